import { inScope } from '#database/connection.ts';
import { endRoleOn, findRole } from '#database/access/account-store.ts';
import { mayGrant } from '#domain/access/permissions.ts';
import { refuse } from '#domain/access/refusals.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { describeAccount } from './describe-account.ts';
import { getAccountView, placeOfAccount } from './judge-account.ts';
import { recordOnAccount } from './record-on-account.ts';

type Operation = typeof accessOperations.endRole;

/** Ends a role today. Whoever could have granted it may end it; nobody ends their own by mistake. */
export async function endRole(
  context: Context,
  { id, roleId }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const view = await getAccountView(tx, id);
    const today = await todayOf(tx, context, view.territoryId);
    const role = await findRole(tx, id, roleId, today);
    if (!role) throw refuse('access.role-not-found');
    const isOwn = context.actor.kind === 'account' && context.actor.accountId === id;
    if (isOwn || !mayGrant(context.actor, role))
      throw refuse('access.role-not-yours', { values: { role: role.role } });
    await endRoleOn(tx, role, today);
    const { id: _, validFrom, ...grant } = role;
    await recordOnAccount(
      tx,
      context,
      { ...placeOfAccount(view), territoryId: role.territoryId },
      {
        operation: 'endRole',
        before: { role: { id: roleId, ...grant, validFrom, validTo: null } },
        after: { role: { id: roleId, ...grant, validFrom, validTo: today } },
      },
    );
    return describeAccount(await getAccountView(tx, id), context.now);
  });
}
