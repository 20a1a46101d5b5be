import { inScope, type Transaction } from '#database/connection.ts';
import { spendCode, takeTotpStep } from '#database/access/own-account-store.ts';
import { completeSession } from '#database/access/own-session-store.ts';
import {
  findCodes,
  findSession,
  getClaimed,
  type Claimed,
  type FoundSession,
} from '#database/access/session-store.ts';
import { refuse } from '#domain/access/refusals.ts';
import { selfScope } from '#domain/access/scope.ts';
import { attemptLimits, judgeSession, lifetimes } from '#domain/access/session-rules.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { bearAccountAttempt } from './bear-attempts.ts';
import { hand, noteEntered } from './enter.ts';
import { hashSecret, isPassword, newSecret, readCode } from './secrets.ts';
import { stepOfCode, unsealTotpKey } from './totp.ts';

type Operation = typeof accessOperations.confirmSecondFactor;

/**
 * Makes a half session whole by the code of the authenticator or by a recovery code; either is good once.
 * @throws Refusal `access.wrong-code`, `access.too-many-attempts`, `shared.signed-out` when no half session came with the request
 */
export async function confirmSecondFactor(
  context: Context,
  { body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const session = await halfSessionOf(context);
  const attempt = await bearAccountAttempt(context, session.accountId);
  const claimed = await getClaimed(context.database, session.accountId);
  const spend = await proofOf(context, claimed, body.code);
  if (!spend) throw refuse('access.wrong-code');
  const secret = newSecret();
  const expiresAt = new Date(context.now.getTime() + lifetimes.session);
  await inScope(context.database, selfScope(claimed.accountId, claimed.personId), async (tx) => {
    if (!(await spend(tx))) throw refuse('access.wrong-code');
    await completeSession(tx, session.sessionId, { hash: hashSecret(secret), now: context.now, expiresAt });
    await noteEntered(tx, context, claimed, 'confirmSecondFactor', session.sessionId);
  });
  await attempt.succeed();
  return hand(context, { state: 'signed-in', secret, expiresAt });
}

/** The half session whose cookie came with the request, or nothing. */
export async function findHalfSession(context: Context): Promise<FoundSession | undefined> {
  if (context.session.secret === null) return undefined;
  const session = await findSession(context.database, hashSecret(context.session.secret), context.now);
  if (!session || session.standing !== 'active') return undefined;
  const presented = session.isNewest ? 'newest' : 'previous';
  return judgeSession({ ...session, presented }, context.now) === 'half' ? session : undefined;
}

async function halfSessionOf(context: Context): Promise<FoundSession> {
  const session = await findHalfSession(context);
  if (!session) throw refuseShared('shared.signed-out');
  return session;
}

/** How a code that is right is used up; nothing when it is wrong. */
export async function proofOf(
  context: Context,
  claimed: Claimed,
  code: string,
): Promise<((tx: Transaction) => Promise<boolean>) | null> {
  if (claimed.totpSecret === null) return null;
  const digits = code.replaceAll(' ', '');
  if (/^\d{6}$/.test(digits)) {
    const key = unsealTotpKey(context.installation, claimed.accountId, claimed.totpSecret);
    const lastStep = claimed.totpLastStep === null ? null : Number(claimed.totpLastStep);
    const step = stepOfCode(key, digits, context.now, lastStep);
    return step === null ? null : (tx) => takeTotpStep(tx, claimed.accountId, step);
  }
  const typed = readCode(code);
  const codes = await findCodes(
    context.database,
    claimed.accountId,
    'recovery',
    context.now,
    attemptLimits.accessCode,
  );
  for (const kept of codes) {
    if (await isPassword(typed, kept.secretHash)) return (tx) => spendCode(tx, kept.id, context.now);
  }
  return null;
}
