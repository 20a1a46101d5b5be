import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { carryAlong, carryFigures, insertMerge, moveAccounts } from '#database/actors/merge-store.ts';
import { applyRowChanges } from '#database/actors/row-change-store.ts';
import { inScope } from '#database/connection.ts';
import { refuseBlocked } from '#domain/actors/merge.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { refreshSearch } from './merge-search.ts';
import { prepareMerge } from './plan-merge.ts';

type Operation = typeof actorsOperations.merge;

export async function merge(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { kind } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { plan, kept, absorbed } = await prepareMerge(tx, context, input.body);
    refuseBlocked(plan);
    // What the caller may not change is not silently left behind: then somebody with a wider right has to merge.
    if ((await applyRowChanges(tx, plan.changes)) !== null) throw refuseShared('shared.forbidden');
    const moved =
      kind === 'organisation'
        ? await moveAccounts(tx, absorbed.id, kept.id, null)
        : { accounts: [], roles: [] };
    const carried = kind === 'organisation' ? await carryAlong(tx, absorbed.id, kept.id, null) : {};
    const figures = kind === 'organisation' ? await carryFigures(tx, absorbed.id, kept.id, null) : {};
    const id = newId();
    await insertMerge(tx, {
      id,
      kind,
      kept_id: kept.id,
      absorbed_id: absorbed.id,
      territory_id: kept.territoryId,
      changes: JSON.stringify({ rows: plan.changes, moved, carried, figures }),
      account_id: context.actor.kind === 'account' ? context.actor.accountId : kept.id,
    });
    await refreshSearch(tx, kind, [kept.id, absorbed.id]);
    await record(tx, context, {
      operation: 'merge',
      subjectKind: kind,
      subjectId: kept.id,
      territoryId: kept.territoryId,
      organisationId: kept.organisationId,
      before: null,
      after: { mergeId: id, absorbedId: absorbed.id, rows: plan.changes.length },
    });
    return { id };
  });
}
