import { inScope } from '#database/connection.ts';
import { getOwnPlace } from '#database/access/own-account-store.ts';
import { endOwnToken } from '#database/access/own-session-store.ts';
import { refuse } from '#domain/access/refusals.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { signedIn } from './own-account.ts';
import { recordOnAccount } from './record-on-account.ts';

type Operation = typeof accessOperations.revokeToken;

/** Ends one of one's own tokens. */
export async function revokeToken(
  context: Context,
  { id }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const actor = signedIn(context);
  await inScope(context.database, actor.scope, async (tx) => {
    const name = await endOwnToken(tx, actor.accountId, id, context.now);
    if (name === undefined) throw refuse('access.token-not-found');
    await recordOnAccount(tx, context, await getOwnPlace(tx, actor.accountId), {
      operation: 'revokeToken',
      before: null,
      after: { token: id },
    });
  });
  return {};
}
