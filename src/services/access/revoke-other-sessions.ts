import { inScope } from '#database/connection.ts';
import { getOwnPlace } from '#database/access/own-account-store.ts';
import { endOwnSessions } from '#database/access/own-session-store.ts';
import type { OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { signedIn } from './own-account.ts';
import { recordOnAccount } from './record-on-account.ts';

/** Signs out every device of one's own but this one. */
export async function revokeOtherSessions(
  context: Context,
): Promise<OutputOf<typeof accessOperations.revokeOtherSessions>> {
  const actor = signedIn(context);
  return inScope(context.database, actor.scope, async (tx) => {
    const revoked = await endOwnSessions(tx, actor.accountId, { allBut: actor.sessionId }, context.now);
    const own = await getOwnPlace(tx, actor.accountId);
    await recordOnAccount(tx, context, own, {
      operation: 'revokeOtherSessions',
      before: null,
      after: { revoked },
    });
    return { revoked };
  });
}
