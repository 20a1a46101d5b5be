import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { valuesOperations } from '#contract/values/index.ts';
import { inScope } from '#database/connection.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context } from '../context.ts';
import { askFigures } from './ask-figures.ts';
import { readFigures } from './read-figures.ts';
import { namesOfAnswer, showBreaks, showCells, showMeasured, showSeries } from './show-figures.ts';
import { writeFiguresFile } from './write-figures-file.ts';

type Operation = typeof valuesOperations.listValues;

/** Figures, a page of cells at a time, or all of them as a file. What is small is protected by the door that they leave by. */
export async function listValues(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { language, database, actor } = context;
  const question = await inScope(database, actor.scope, async (tx) => askFigures(tx, input));
  const answer = await readFigures(context, question);
  return inScope(database, actor.scope, async (tx) => {
    const names = await namesOfAnswer(tx, context, answer);
    if (input.format === 'csv') return writeFiguresFile(answer, { names, language, format: 'csv' });
    const start = startOf(input.after);
    const end = start + input.limit;
    return {
      indicator: showMeasured(answer, language),
      series: answer.series && showSeries(answer.series, language),
      others: answer.others.map((row) => showSeries(row, language)),
      level: answer.level,
      period: answer.period,
      audience: answer.audience,
      territories: answer.territories.map(({ id }) => names.place(id)),
      crossings: answer.disaggregations.map(({ key, parts }) => ({ key, parts })),
      items: showCells(answer, answer.cells.slice(start, end), names),
      breaks: showBreaks(answer, names),
      notes: [...answer.notes],
      count: answer.cells.length,
      next: end < answer.cells.length ? String(end) : null,
    };
  });
}

function startOf(after: string | undefined): number {
  if (after === undefined) return 0;
  if (/^\d{1,9}$/.test(after)) return Number(after);
  throw refuseShared('shared.invalid', { problems: [{ code: 'request.invalid-value', field: 'after' }] });
}
