import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import {
  carryAlong,
  carryFigures,
  markMergeUndone,
  moveAccounts,
  type CarriedAlong,
  type MovedAccounts,
} from '#database/actors/merge-store.ts';
import { findMerge } from '#database/actors/merge-views.ts';
import { applyRowChanges } from '#database/actors/row-change-store.ts';
import { inScope } from '#database/connection.ts';
import { permitMerge } from '#domain/actors/permissions.ts';
import { refuse } from '#domain/actors/refusals.ts';
import { inverseOf, type RowChange } from '#domain/actors/row-changes.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { refreshSearch } from './merge-search.ts';

type Operation = typeof actorsOperations.undoMerge;

/** Gives everything back to whom it was, as long as it is still where the merge put it. */
export async function undoMerge(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await findMerge(tx, input.mergeId);
    if (!row) throw refuse('actors.merge-not-found');
    permitMerge(context.actor, { territoryId: row.territory_id }, { territoryId: row.territory_id });
    if (row.undone_at !== null) throw refuse('actors.merge-undone');
    const changes = row.changes as unknown as {
      rows: readonly RowChange[];
      moved: MovedAccounts;
      carried: CarriedAlong;
      figures?: CarriedAlong;
    };
    const kind = row.kind === 'person' ? 'person' : 'organisation';
    const builtUpon = await applyRowChanges(tx, inverseOf(changes.rows));
    if (builtUpon !== null) throw refuse('actors.merge-built-upon', { values: { table: builtUpon.table } });
    if (kind === 'organisation') {
      await moveAccounts(tx, row.kept_id, row.absorbed_id, changes.moved);
      await carryAlong(tx, row.kept_id, row.absorbed_id, changes.carried);
      await carryFigures(tx, row.kept_id, row.absorbed_id, changes.figures ?? {});
    }
    await markMergeUndone(
      tx,
      row.id,
      context.actor.kind === 'account' ? context.actor.accountId : null,
      context.now,
    );
    await refreshSearch(tx, kind, [row.kept_id, row.absorbed_id]);
    await record(tx, context, {
      operation: 'undoMerge',
      subjectKind: kind,
      subjectId: row.kept_id,
      territoryId: row.territory_id,
      organisationId: kind === 'organisation' ? row.kept_id : null,
      before: { mergeId: row.id, absorbedId: row.absorbed_id },
      after: null,
    });
    return { done: true };
  });
}
