import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { planningOperations } from '#contract/planning/index.ts';
import { markImportRevoked } from '#database/actors/import-store.ts';
import { inScope } from '#database/connection.ts';
import { lockImportRun } from '#database/planning/import-views.ts';
import { deleteEntry, updateEntry } from '#database/planning/inventory-store.ts';
import type { EntryChange } from '#domain/planning/inventory-import.ts';
import { refuse } from '#domain/planning/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { openRun } from './inventory-run.ts';

type Operation = typeof planningOperations.revokeInventoryImport;

/** Takes an import back whole: what it made goes, what it changed is as before. A link decided since is something built upon it. */
export async function revokeInventoryImport(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { run, organisation } = await openRun(tx, context, await lockImportRun(tx, input.runId));
    if (run.standing !== 'applied')
      throw refuse('planning.import-not-applied', { values: { standing: run.standing } });
    const changes = run.changes as unknown as readonly EntryChange[];
    for (const change of changes.toReversed()) await takeBack(tx, change);
    await markImportRevoked(tx, run.id, context.now);
    await record(tx, context, {
      operation: 'revokeInventoryImport',
      subjectKind: 'import',
      subjectId: run.id,
      territoryId: organisation.territory_id,
      organisationId: organisation.id,
      before: { standing: 'applied' },
      after: { standing: 'revoked' },
    });
    return { done: true };
  });
}

async function takeBack(tx: Transaction, { id, version, before }: EntryChange): Promise<void> {
  const at = { id, version };
  const isBack = before === null ? await deleteEntry(tx, at) : await updateEntry(tx, at, { fields: before });
  if (!isBack) throw refuse('planning.import-built-upon');
}
