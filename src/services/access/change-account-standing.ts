import { inScope, type Transaction } from '#database/connection.ts';
import { changeStanding, endRolesOf } from '#database/access/account-store.ts';
import type { AccountView } from '#database/access/account-views.ts';
import { refuse } from '#domain/access/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { describeAccount } from './describe-account.ts';
import { getAccountFor, getAccountView, placeOfAccount } from './judge-account.ts';
import { recordOnAccount } from './record-on-account.ts';

type Standing = AccountView['standing'];

type Change = {
  readonly operation: 'suspendAccount' | 'reopenAccount' | 'closeAccount';
  readonly from: readonly Standing[];
  to(view: AccountView): Standing;
};

/** Moves an account from one standing to another with a reason; everything it had open is signed out. */
export async function changeAccountStanding(
  context: Context,
  input: { readonly id: string; readonly version: number; readonly body: { readonly reason: string } },
  change: Change,
) {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const view = await getAccountFor(tx, context, 'manage-accounts', input.id);
    if (!change.from.includes(view.standing))
      throw refuse('access.not-in-this-standing', { values: { standing: view.standing } });
    await moveTo(tx, context, view, { ...input, standing: change.to(view), operation: change.operation });
    return describeAccount(await getAccountView(tx, view.id), context.now);
  });
}

async function moveTo(
  tx: Transaction,
  context: Context,
  view: AccountView,
  move: { version: number; body: { reason: string }; standing: Standing; operation: string },
): Promise<void> {
  const { reason } = move.body;
  const closes = move.standing === 'closed';
  const isDone = await changeStanding(
    tx,
    { id: view.id, version: move.version },
    { standing: move.standing, reason, now: context.now, closes },
  );
  if (!isDone) throw refuseShared('shared.stale', { current: describeAccount(view, context.now) });
  if (closes) await endRolesOf(tx, view.id, await todayOf(tx, context, view.territoryId));
  await recordOnAccount(tx, context, placeOfAccount(view), {
    operation: move.operation,
    before: { standing: view.standing },
    after: { standing: move.standing, reason },
    freeText: ['reason'],
  });
}
