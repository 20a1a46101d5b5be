import type { Transaction } from '#database/connection.ts';
import { noteEntry } from '#database/access/own-account-store.ts';
import { insertSession } from '#database/access/own-session-store.ts';
import type { Claimed } from '#database/access/session-store.ts';
import { lifetimes } from '#domain/access/session-rules.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { hashSecret, newSecret } from './secrets.ts';

export type Entered = { readonly state: 'signed-in' | 'second-factor' };

/** What was made in the transaction; given to whoever asked once the transaction has held. */
export type Opened = Entered & { readonly secret: string; readonly expiresAt: Date };

/**
 * Opens a session for somebody who has proved to be who they are: a whole one, or half of one where a second factor is asked for.
 * In the transaction and scope of that account.
 */
export async function openSession(
  tx: Transaction,
  context: Context,
  claimed: Claimed,
  deed: { operation: string; factorIsProved?: boolean },
): Promise<Opened> {
  const isHalf = claimed.totpConfirmedAt !== null && !deed.factorIsProved;
  const secret = newSecret();
  const sessionId = newId();
  const expiresAt = new Date(context.now.getTime() + (isHalf ? lifetimes.halfSession : lifetimes.session));
  await insertSession(tx, {
    id: sessionId,
    accountId: claimed.accountId,
    secretHash: hashSecret(secret),
    secondFactorAt: deed.factorIsProved ? context.now : null,
    userAgent: context.userAgent,
    address: context.address,
    now: context.now,
    expiresAt,
  });
  if (!isHalf) await noteEntered(tx, context, claimed, deed.operation, sessionId);
  return { state: isHalf ? 'second-factor' : 'signed-in', secret, expiresAt };
}

/** Writes down that somebody entered. */
export async function noteEntered(
  tx: Transaction,
  context: Context,
  claimed: Claimed,
  operation: string,
  sessionId: string,
): Promise<void> {
  await noteEntry(tx, claimed.accountId, context.now);
  await record(tx, context, {
    operation,
    subjectKind: 'account',
    subjectId: claimed.accountId,
    territoryId: claimed.territoryId,
    organisationId: claimed.organisationId,
    before: null,
    after: { session: sessionId },
    accountId: claimed.accountId,
  });
}

/** Gives the cookie. */
export function hand(context: Context, opened: Opened): Entered {
  context.session.give(opened.secret, opened.expiresAt);
  return { state: opened.state };
}
