import { inScope } from '#database/connection.ts';
import { getOwnPlace } from '#database/access/own-account-store.ts';
import { endOwnSessions } from '#database/access/own-session-store.ts';
import { refuse } from '#domain/access/refusals.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { signedIn } from './own-account.ts';
import { recordOnAccount } from './record-on-account.ts';

type Operation = typeof accessOperations.revokeSession;

/** Signs out one of one's own devices. */
export async function revokeSession(
  context: Context,
  { id }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const actor = signedIn(context);
  await inScope(context.database, actor.scope, async (tx) => {
    if ((await endOwnSessions(tx, actor.accountId, { only: id }, context.now)) === 0)
      throw refuse('access.session-not-found');
    const own = await getOwnPlace(tx, actor.accountId);
    await recordOnAccount(tx, context, own, {
      operation: 'revokeSession',
      before: null,
      after: { session: id },
    });
  });
  return {};
}
