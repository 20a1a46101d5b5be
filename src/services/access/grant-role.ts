import { inScope } from '#database/connection.ts';
import { insertRole } from '#database/access/account-store.ts';
import { refuse } from '#domain/access/refusals.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { describeAccount } from './describe-account.ts';
import { getAccountView, placeOfAccount } from './judge-account.ts';
import { placeRole } from './place-role.ts';
import { recordOnAccount } from './record-on-account.ts';

type Operation = typeof accessOperations.grantRole;

/**
 * Gives an account one role more. Whoever grants must hold at least that role over that place; the account itself
 * only has to be known to them, so that one person can work in two municipalities.
 */
export async function grantRole(
  context: Context,
  { id, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const view = await getAccountView(tx, id);
    if (view.standing === 'closed')
      throw refuse('access.not-in-this-standing', { values: { standing: view.standing } });
    const { grant, validFrom, validTo } = await placeRole(tx, context, body);
    const by = context.actor.kind === 'account' ? context.actor.accountId : null;
    const roleId = newId();
    await insertRole(tx, {
      ...grant,
      id: roleId,
      accountId: id,
      validFrom,
      validTo,
      grantedBy: by,
      now: context.now,
    });
    await recordOnAccount(
      tx,
      context,
      { ...placeOfAccount(view), territoryId: grant.territoryId },
      { operation: 'grantRole', before: null, after: { role: { id: roleId, ...grant, validFrom, validTo } } },
    );
    return describeAccount(await getAccountView(tx, id), context.now);
  });
}
