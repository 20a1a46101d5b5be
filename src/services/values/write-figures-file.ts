import type { FileAnswer } from '#contract/operation.ts';
import { figureColumns, figureRow } from '#formats/values/figure-columns.ts';
import { tableMediaTypes, writeTable } from '#formats/tables/index.ts';
import type { LookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import type { FigureAnswer } from './figure-question.ts';
import { showCells, showMeasured, showSeries } from './show-figures.ts';

/** Just the cells of an answer, each with its source and its state, as a sheet. */
export async function writeFiguresFile(
  answer: FigureAnswer,
  given: {
    readonly names: Pick<LookUp, 'place'>;
    readonly language: Context['language'];
    readonly format: 'csv' | 'xlsx';
  },
): Promise<FileAnswer> {
  const { names, language, format } = given;
  const { code, title, unit } = showMeasured(answer, language);
  const source = answer.series && showSeries(answer.series, language);
  const places = new Map(
    answer.territories.map(({ id }) => [names.place(id).reference, names.place(id).name]),
  );
  const rows = showCells(answer, answer.cells, names).map((cell) =>
    figureRow(
      { ...cell, code, title, unit, source: source?.title ?? '', name: places.get(cell.territory) ?? '' },
      language,
    ),
  );
  const sheet = { name: code, columns: figureColumns(language), rows };
  const bytes = await writeTable([sheet], format, { excel: true });
  return { fileName: `${code}.${format}`, mediaType: tableMediaTypes[format], bytes };
}
