import { inScope } from '#database/connection.ts';
import { findAccount } from '#database/access/account-views.ts';
import { listContacts } from '#database/access/contact-store.ts';
import { countRecoveryCodes } from '#database/access/own-account-store.ts';
import { refuse } from '#domain/access/refusals.ts';
import type { OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { describeAccount } from './describe-account.ts';
import { signedIn } from './own-account.ts';

/** One's own account, and how one can be reached. */
export async function getMyAccount(
  context: Context,
): Promise<OutputOf<typeof accessOperations.getMyAccount>> {
  const actor = signedIn(context);
  return inScope(context.database, actor.scope, async (tx) => {
    const view = await findAccount(tx, actor.accountId);
    if (!view) throw refuse('access.account-not-found');
    return {
      ...describeAccount(view, context.now),
      theme: view.theme,
      contacts: await listContacts(tx, actor.personId),
      recoveryCodesLeft: await countRecoveryCodes(tx, actor.accountId),
    };
  });
}
