import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { planningOperations } from '#contract/planning/index.ts';
import { findImportRun } from '#database/actors/import-store.ts';
import { inScope } from '#database/connection.ts';
import { suggestLink } from '#domain/planning/link-suggestion.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { columnLetters } from '#formats/tables/reading.ts';
import type { PlanColumn } from '#formats/planning/operating-plan-columns.ts';
import { voiceOf } from '#words/index.ts';
import type { Context } from '../context.ts';
import { openRun, seeRun, type KeptSheet, type SeenRun } from './inventory-run.ts';

type Operation = typeof planningOperations.getInventoryImport;

const nothing: SeenRun = { changes: [], outcomes: [], problems: [], notes: [] };

/** What an import would do, told again each time it is looked at: the inventory may have changed meanwhile. */
export async function getInventoryImport(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const open = await openRun(tx, context, await findImportRun(tx, input.runId));
    const { run, organisation, sheet } = open;
    const seen = run.standing === 'previewed' ? await seeRun(tx, context, open) : nothing;
    const counts = run.report as { creates?: number; changes?: number; same?: number };
    const count = (outcome: string) => seen.outcomes.filter((row) => row.outcome === outcome).length;
    const descriptions = new Map(seen.changes.map(({ after }) => [after.title, after.description]));
    return {
      runId: run.id,
      fileName: run.file_name,
      sheet: sheet.plan.sheet,
      organisation: { id: organisation.id, name: organisation.name },
      standing: run.standing as 'previewed',
      year: sheet.year,
      columns: showColumns(sheet),
      creates: counts.creates ?? count('create'),
      changes: counts.changes ?? count('change'),
      same: counts.same ?? count('same'),
      rows: seen.outcomes.map(({ row, outcome, name }) => {
        const { link, words } = suggestLink([name, descriptions.get(name) ?? null]);
        return { row, outcome, name, suggestion: { link, words: [...words] } };
      }),
      ...sayFaults(seen, sheet, context.language),
    };
  });
}

function fieldAt(sheet: KeptSheet, index: number): PlanColumn | null {
  const found = Object.entries(sheet.columns).find(([, column]) => column === index);
  return found ? (found[0] as PlanColumn) : null;
}

function showColumns(sheet: KeptSheet) {
  return sheet.plan.headers.flatMap((header, index) => {
    const samples = sheet.plan.rows
      .map(({ cells }) => cells[index] ?? '')
      .filter(Boolean)
      .slice(0, 2)
      .map((text) => text.slice(0, 60));
    if (header === '' && samples.length === 0) return [];
    return [{ index, letters: columnLetters(index), header, field: fieldAt(sheet, index), samples }];
  });
}

function sayFaults(seen: SeenRun, sheet: KeptSheet, language: Context['language']) {
  const say = voiceOf(language);
  const said = (problem: Problem) => ({
    code: problem.code,
    row: problem.row ?? null,
    message: say.dynamic(`problem.${problem.code}`, problem.values ?? {}),
  });
  const columnOf = (field: string | undefined) => {
    const index =
      field === undefined ? undefined : sheet.columns[columnNames[field] ?? (field as PlanColumn)];
    return index === undefined ? null : columnLetters(index);
  };
  return {
    problems: seen.problems.map((problem) => ({
      ...said(problem),
      field: problem.field ?? null,
      column: columnOf(problem.field),
    })),
    notes: seen.notes.map(said),
  };
}

/** Fields of an entry that a sheet has under another name. */
const columnNames: Readonly<Record<string, PlanColumn>> = {
  periodFrom: 'from',
  periodTo: 'to',
  amountYear: 'year',
};
