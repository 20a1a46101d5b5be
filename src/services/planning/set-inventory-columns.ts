import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { planningOperations } from '#contract/planning/index.ts';
import { inScope } from '#database/connection.ts';
import { lockImportRun, updateImportRun } from '#database/planning/import-views.ts';
import { refuse } from '#domain/planning/refusals.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { planColumns, type ColumnMap, type PlanColumn } from '#formats/planning/operating-plan-columns.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { openRun } from './inventory-run.ts';

type Operation = typeof planningOperations.setInventoryColumns;
type Said = InputOf<Operation>['body']['columns'];

/** Says what the columns hold; what is not named holds nothing of interest. */
export async function setInventoryColumns(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const columns = mapOf(input.body.columns);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { run, organisation, sheet } = await openRun(tx, context, await lockImportRun(tx, input.runId));
    if (run.standing !== 'previewed')
      throw refuse('planning.import-not-open', { values: { standing: run.standing } });
    await updateImportRun(tx, run.id, { report: { ...sheet, columns, year: input.body.year } });
    await record(tx, context, {
      operation: 'setInventoryColumns',
      subjectKind: 'import',
      subjectId: run.id,
      territoryId: organisation.territory_id,
      organisationId: organisation.id,
      before: { columns: sheet.columns, year: sheet.year },
      after: { columns, year: input.body.year },
    });
    return { done: true };
  });
}

function mapOf(said: Said): ColumnMap {
  const map: { [Column in PlanColumn]?: number } = {};
  const problems: Problem[] = [];
  for (const { index, field } of said) {
    const column = planColumns.find((one) => one === field);
    if (column === undefined) problems.push({ code: 'planning.no-such-column', field: `column-${index}` });
    else if (map[column] !== undefined)
      problems.push({ code: 'planning.column-twice', field: `column-${index}` });
    else map[column] = index;
  }
  if (problems.length > 0)
    throw refuse('planning.import-problems', { problems, values: { count: problems.length } });
  return map;
}
