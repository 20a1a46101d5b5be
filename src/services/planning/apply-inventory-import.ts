import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { planningOperations } from '#contract/planning/index.ts';
import { inScope } from '#database/connection.ts';
import { lockImportRun, rememberLayout, updateImportRun } from '#database/planning/import-views.ts';
import { insertEntry, updateEntry } from '#database/planning/inventory-store.ts';
import type { EntryChange } from '#domain/planning/inventory-import.ts';
import { refuse } from '#domain/planning/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { rememberedFrom } from '#formats/planning/operating-plan-columns.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { openRun, seeRun, type OpenRun } from './inventory-run.ts';

type Operation = typeof planningOperations.applyInventoryImport;

/** Brings a sheet in: all rows or none. What its columns mean is remembered for the next one. */
export async function applyInventoryImport(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const open = await openRun(tx, context, await lockImportRun(tx, input.runId));
    const { run, organisation, sheet } = open;
    if (run.standing !== 'previewed')
      throw refuse('planning.import-not-open', { values: { standing: run.standing } });
    const { changes, outcomes, problems } = await seeRun(tx, context, open);
    if (problems.length > 0)
      throw refuse('planning.import-problems', { problems, values: { count: problems.length } });
    for (const change of changes) await apply(tx, open, change);
    await rememberLayout(
      tx,
      { organisationId: organisation.id, territoryId: organisation.territory_id },
      rememberedFrom(sheet.plan.headers, sheet.columns),
    );
    const count = (outcome: string) => outcomes.filter((row) => row.outcome === outcome).length;
    const counts = { creates: count('create'), changes: count('change'), same: count('same') };
    // The sheet itself is not needed any more, only how it was read.
    const plan = { ...sheet.plan, rows: [], problems: [], notes: [] };
    const report = { ...counts, ...sheet, plan };
    await updateImportRun(tx, run.id, { report, changes, appliedAt: context.now });
    await record(tx, context, {
      operation: 'applyInventoryImport',
      subjectKind: 'import',
      subjectId: run.id,
      territoryId: organisation.territory_id,
      organisationId: organisation.id,
      before: { standing: 'previewed' },
      after: { standing: 'applied', ...counts },
    });
    return { runId: run.id, ...counts };
  });
}

async function apply(tx: Transaction, { run, organisation }: OpenRun, change: EntryChange): Promise<void> {
  const { id, rowKey, before, after, version } = change;
  if (before === null) {
    const made = {
      id,
      country: organisation.country,
      origin: 'import',
      rowKey,
      importRunId: run.id,
    } as const;
    await insertEntry(tx, { ...made, fields: after });
  } else if (!(await updateEntry(tx, { id, version: version - 1 }, { fields: after, rowKey }))) {
    throw refuseShared('shared.stale', { current: { id } });
  }
}
