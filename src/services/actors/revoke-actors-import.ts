import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findImportRun, markImportRevoked } from '#database/actors/import-store.ts';
import { applyRowChanges } from '#database/actors/row-change-store.ts';
import { inScope } from '#database/connection.ts';
import { removeSearchEntry } from '#database/operations/search-store.ts';
import { permitImport } from '#domain/actors/permissions.ts';
import { refuse } from '#domain/actors/refusals.ts';
import { inverseOf, type RowChange } from '#domain/actors/row-changes.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { makeFindable } from './import-actors.ts';

type Operation = typeof actorsOperations.revokeActorsImport;

const searched = { organisation: 'organisation', structure: 'structure', person: 'person' } as const;
const ours = new Set(['organisations', 'structures', 'people']);

/** Takes an import back whole: what it made goes, what it changed is as before. */
export async function revokeActorsImport(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const run = await findImportRun(tx, input.runId);
    if (!run || !ours.has(run.kind)) throw refuse('actors.import-not-found');
    permitImport(context.actor, run.territory_id);
    if (run.standing !== 'applied')
      throw refuse('actors.import-not-applied', { values: { standing: run.standing } });
    const changes = run.changes as unknown as readonly RowChange[];
    for (const change of changes) {
      const kind = searched[change.table as keyof typeof searched];
      if (change.before === null && kind) await removeSearchEntry(tx, kind, String(change.key['id']));
    }
    const builtUpon = await applyRowChanges(tx, inverseOf(changes));
    if (builtUpon !== null) throw refuse('actors.import-built-upon', { values: { table: builtUpon.table } });
    const kept = changes.filter((change) => change.before !== null && change.table in searched);
    await makeFindable(tx, run.kind, [...new Set(kept.map((change) => String(change.key['id'])))]);
    await markImportRevoked(tx, run.id, context.now);
    await record(tx, context, {
      operation: 'revokeActorsImport',
      subjectKind: 'import',
      subjectId: run.id,
      territoryId: run.territory_id,
      organisationId: null,
      before: { standing: 'applied' },
      after: { standing: 'revoked' },
    });
    return { done: true };
  });
}
