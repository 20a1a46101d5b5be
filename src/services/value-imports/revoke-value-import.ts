import type { valueImportOperations } from '#contract/values/imports.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { markImportRevoked } from '#database/actors/import-store.ts';
import { inScope } from '#database/connection.ts';
import { findBatchesOfRun, updateValueImport } from '#database/value-imports/import-store.ts';
import { revokeBatch } from '#database/values/value-store.ts';
import { permit } from '#domain/access/permissions.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { refuse } from '#domain/values/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { seeImport } from './import-deed.ts';
import { showImport } from './show-import.ts';

type Operation = typeof valueImportOperations.revokeValueImport;

/** Takes an import back: every figure is as it was before, but for those that somebody has changed since. */
export async function revokeValueImport(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await seeImport(tx, context, input.importId);
    permit(context.actor, 'import', { territoryId: row.territory_id });
    if (row.stage !== 'applied' || row.import_run_id === null) throw refuse('values.import-not-applied');
    let changed = 0;
    for (const id of await findBatchesOfRun(tx, row.import_run_id))
      changed += await revokeBatch(tx, id, null);
    await markImportRevoked(tx, row.import_run_id, context.now);
    const at = { id: row.id, version: input.version };
    if (!(await updateValueImport(tx, at, { stage: 'revoked' }))) throw refuseShared('shared.stale', {});
    await record(tx, context, {
      operation: 'revokeValueImport',
      subjectKind: 'import',
      subjectId: row.id,
      territoryId: row.territory_id,
      organisationId: null,
      before: { stage: 'applied' },
      after: { stage: 'revoked', changed },
    });
    return showImport(tx, context, row.id);
  });
}
