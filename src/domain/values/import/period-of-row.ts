import { isMadeOf, periodOf, type Period } from '#domain/indicators/period.ts';
import type { ValueLayout } from './layout.ts';
import type { CellOf, ReadOnce } from './read-once.ts';
import { periodOfParts, readPartOfYear, type ReadPeriod } from './read-period-cell.ts';
import type { RowProblem } from './read-row.ts';

/** The period that a row's figure is of, or what is wrong with it among `problems`. */
export function periodFor(
  layout: ValueLayout,
  own: string | null,
  cell: CellOf,
  { read: known, problems }: { readonly read: ReadOnce; readonly problems: RowProblem[] },
): Period | null {
  const read = readPeriod(layout, own, cell, known);
  const header = headerOfPeriod(layout);
  if ('fault' in read) {
    problems.push({ code: read.fault, header, text: cell(header) });
    return null;
  }
  if (layout.countBy === 'as-told') return read.period;
  const isFiner = read.period.kind !== layout.countBy;
  const isTold = layout.value !== null || layout.columns.length > 0;
  if (!isMadeOf(layout.countBy, read.period.kind))
    problems.push({ code: 'period-too-coarse', header, text: cell(header) });
  // A month that is told is not its year, unless rows are said to be parts.
  else if (isFiner && isTold && !layout.addsRows)
    problems.push({ code: 'period-too-fine', header, text: cell(header) });
  else return periodOf(layout.countBy, read.period.start);
  return null;
}

function readPeriod(
  { period }: ValueLayout,
  own: string | null,
  cell: CellOf,
  { periodOf: read }: ReadOnce,
): ReadPeriod {
  if (own !== null && period.kind === 'fixed') {
    // «Enero» in the header, the year over the whole table.
    const part = readPartOfYear(own, period.period);
    if (part) return { period: part };
    return { fault: period.period === '' ? 'no-period' : 'not-a-period' };
  }
  if (own !== null) return period.kind === 'parts' ? periodOfParts(cell(period.year), own) : read(own);
  if (period.kind === 'cell') return read(cell(period.header));
  if (period.kind === 'parts')
    return periodOfParts(cell(period.year), period.month === null ? null : cell(period.month));
  return period.kind === 'fixed' ? read(period.period) : { fault: 'no-period' };
}

function headerOfPeriod({ period }: ValueLayout): string | null {
  if (period.kind === 'cell') return period.header;
  return period.kind === 'parts' ? (period.month ?? period.year) : null;
}
