import type { Problem } from '#domain/shared/refusal.ts';
import { usedHeaders } from '#domain/values/import/left-out.ts';
import type { ValueLayout } from '#domain/values/import/layout.ts';
import { columnLetters } from '#formats/tables/reading.ts';
import type { RowSource } from '#formats/values/row-source.ts';

/**
 * What is wrong with a sheet as a sheet: a figure in merged cells, of which nobody can tell to which row or column it belongs; a formula that
 * was saved without its value; two tables side by side, read as one.
 */
export function gridProblems(source: RowSource, layout: ValueLayout): Problem[] {
  const sheet = source.sheet === null ? {} : { sheet: source.sheet };
  const figures = columnsOf(source, [
    ...(layout.value === null ? [] : [layout.value]),
    ...layout.columns.map(({ header }) => header),
  ]);
  const used = columnsOf(source, usedHeaders(layout));
  const merged = (source.grid?.merges ?? []).flatMap((one): Problem[] => {
    const first = columnLetters(one.firstColumn);
    const cell = `${first}${one.firstRow}:${columnLetters(one.lastColumn)}${one.lastRow}`;
    const isFigure = figures.some((column) => one.firstColumn <= column && column <= one.lastColumn);
    // A title across the whole table says nothing of any figure.
    const isTitle = one.firstColumn < Math.min(...figures) && one.firstRow === one.lastRow;
    return isFigure && !isTitle ? [{ code: 'values.merged-figure', row: one.firstRow, cell, ...sheet }] : [];
  });
  const unsaved = (source.grid?.problems ?? []).filter(
    ({ cell, code }) =>
      code === 'table.formula-without-value' &&
      used.some((column) => cell?.replace(/\d+$/, '') === columnLetters(column)),
  );
  return [...sideBySide(source, layout), ...merged, ...unsaved];
}

function columnsOf({ headers }: RowSource, wanted: readonly string[]): number[] {
  return wanted.map((header) => headers.indexOf(header)).filter((index) => index >= 0);
}

// A header that is there twice, both read, with an empty column between: two tables.
function sideBySide({ headerRow, headers, sheet }: RowSource, layout: ValueLayout): Problem[] {
  const used = new Set(usedHeaders(layout));
  const at = headers.findIndex(
    (header, index) =>
      header.endsWith(' #2') &&
      used.has(header) &&
      used.has(header.slice(0, -3)) &&
      headers.slice(headers.indexOf(header.slice(0, -3)), index).includes(''),
  );
  if (at < 0) return [];
  const text = headers[at]?.slice(0, -3) ?? '';
  const cell = `${columnLetters(at)}${headerRow}`;
  return [
    {
      code: 'values.side-by-side',
      row: headerRow,
      cell,
      ...(sheet === null ? {} : { sheet }),
      values: { text },
    },
  ];
}
