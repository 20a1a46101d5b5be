import { inScope } from '#database/connection.ts';
import { getOwnPlace } from '#database/access/own-account-store.ts';
import { endOwnSessions } from '#database/access/own-session-store.ts';
import { findSession } from '#database/access/session-store.ts';
import { selfScope } from '#domain/access/scope.ts';
import type { OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { recordOnAccount } from './record-on-account.ts';
import { hashSecret } from './secrets.ts';

/** Ends this session, whole or half; done twice, it stays ended. */
export async function signOut(context: Context): Promise<OutputOf<typeof accessOperations.signOut>> {
  await endPresentedSession(context);
  context.session.take();
  return {};
}

/** Ends the session whose cookie came with the request, if there is one, and writes it down. */
export async function endPresentedSession(context: Context): Promise<void> {
  if (context.session.secret === null) return;
  const session = await findSession(context.database, hashSecret(context.session.secret), context.now);
  if (!session || session.revokedAt !== null) return;
  await inScope(context.database, selfScope(session.accountId, session.personId), async (tx) => {
    await endOwnSessions(tx, session.accountId, { only: session.sessionId }, context.now);
    const own = await getOwnPlace(tx, session.accountId);
    await recordOnAccount(tx, context, own, {
      operation: 'signOut',
      before: null,
      after: { session: session.sessionId },
      accountId: session.accountId,
    });
  });
}
