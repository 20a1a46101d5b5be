import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { planningOperations } from '#contract/planning/index.ts';
import { progressColumns, progressWord } from '#formats/planning/planning-sheets.ts';
import { tableMediaTypes, writeTable } from '#formats/tables/index.ts';
import type { Context } from '../context.ts';
import { listPlanningProgress } from './list-planning-progress.ts';

type Operation = typeof planningOperations.exportPlanningProgress;

/** The page of the centre as a sheet: the same rows, in the same order. */
export async function exportPlanningProgress(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { format, territory } = input;
  const { language } = context;
  const { items } = await listPlanningProgress(context, { territory });
  const rows = items.map((row) => ({
    above: row.above,
    territory: row.territory.reference,
    municipality: row.organisation.name,
    step: progressWord(row, language),
    since: row.since,
    days: row.days,
    obstacle: row.obstacle,
    obstacle_since: row.obstacleSince,
    help: row.question,
    help_since: row.helpAskedOn,
    example: row.example ? progressWord('example', language) : null,
  }));
  const name = progressWord('sheet', language);
  const bytes = await writeTable([{ name, columns: progressColumns(language), rows }], format, {
    excel: true,
  });
  return { fileName: `${name} ${territory}.${format}`, mediaType: tableMediaTypes[format], bytes };
}
