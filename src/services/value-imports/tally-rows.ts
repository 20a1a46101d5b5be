import type { ValueLayout } from '#domain/values/import/layout.ts';
import { rowReader, type KnownRows } from '#domain/values/import/read-row.ts';
import { Tally } from '#domain/values/import/tally.ts';
import type { RowSource } from '#formats/values/row-source.ts';
import type { KnownHere } from './known-here.ts';
import { isUncounted } from './offences.ts';

/** So many problems are told one by one; what is beyond is counted only. */
export const mostProblems = 500;

/** Goes through all rows of a file by a layout and gathers what they tell, and what is wrong with them. */
export async function tallyRows(
  source: RowSource,
  known: KnownHere,
  by: { readonly layout: ValueLayout; readonly onProgress?: (rows: number) => void | Promise<void> },
): Promise<Tally> {
  const tally = new Tally({ adds: by.layout.addsRows, mostProblems });
  const read = rowReader(by.layout, source.headers, knownRows(known));
  const at = source.headers.indexOf('dataElement');
  // Of an element that is told in numbers a text beside a zero is a remark.
  const isNumber = (cells: readonly string[]) => known.dictionary.elements.has(cells[at] ?? '');
  for await (const { row, cells, fault } of source.rows()) {
    const { leftOut, problems, told } = read(cells);
    const kept = told.filter(({ place }) => !known.leftOut.has(place.key));
    tally.add(
      row,
      kept,
      fault && told.length > 0 && !isNumber(cells) ? [...problems, fault] : problems,
      kept.length < told.length && kept.length === 0 ? 'chosen' : leftOut,
    );
    if (tally.rows % 20_000 === 0) await by.onProgress?.(tally.rows);
  }
  return tally;
}

function knownRows({ words, indicators, dictionary, crossingOf, offences }: KnownHere): KnownRows {
  return {
    judged(code) {
      const indicator = indicators.get(code);
      return indicator ? { isCount: indicator.composition === 'count' } : null;
    },
    categoryOf: words.categoryOf,
    indicatorsOf: (text) => offences(text).indicators,
    isPartial: (text) => offences(text).isPartial,
    crossingOf,
    hasNoFigures: (text) => dictionary.elements.get(text)?.values === 'other',
    isUncounted: (text) => isUncounted(offences(text)),
  };
}
