import type { valueImportOperations } from '#contract/values/imports.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import {
  updateValueImport,
  upsertValueLayout,
  type ImportRow,
} from '#database/value-imports/import-store.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { refuse } from '#domain/values/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { settingsOf } from './import-figures-file.ts';
import { openImport } from './import-deed.ts';
import { showImport } from './show-import.ts';
import { studyImport, type Studied } from './study-import.ts';
import { writeFigures } from './write-figures.ts';

type Operation = typeof valueImportOperations.applyValueImport;

/** Brings the figures of a file in, all of them or none; its layout is remembered for the next one like it. */
export async function applyValueImport(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await openImport(tx, context, input);
    const studied = await studyImport(tx, context, row);
    const count = studied.understood.problemCount + studied.doubts.length;
    if (count > 0) throw refuse('values.import-has-problems', { values: { count } });
    const runId = await write(tx, context, row, studied);
    const applied = { stage: 'applied', import_run_id: runId } as const;
    if (!(await updateValueImport(tx, row, applied))) throw refuseShared('shared.stale', {});
    await upsertValueLayout(tx, {
      country: row.country,
      signature: studied.signature,
      territory_id: row.territory_id,
      elements: [...studied.elements],
      layout: JSON.stringify(studied.understood.layout),
      settings: JSON.stringify(studied.settings),
      account_id: context.actor.kind === 'account' ? context.actor.accountId : null,
    });
    return showImport(tx, context, row.id);
  });
}

async function write(tx: Transaction, context: Context, row: ImportRow, studied: Studied): Promise<string> {
  const { understood, known, settings } = studied;
  const { runId } = await writeFigures(tx, context, {
    operation: 'applyValueImport',
    plan: understood.plan,
    known,
    crosswalkIds: understood.crosswalkIds,
    place: { country: row.country, territoryId: row.territory_id, organisationId: row.organisation_id },
    settings: settingsOf({ fileName: row.file_name, mapping: { settings } }),
    fileName: row.file_name,
    sha256: row.sha256,
    report: { rows: understood.tally.rows, values: understood.plan.values.length },
  });
  return runId;
}
