import type { LayoutDoubt, ValueLayout } from './layout.ts';
import { readPeriodCell } from './read-period-cell.ts';

/** The columns of values exchanged between systems, as DHIS2 calls them; whatever the dialect, they are called so. */
export const exchangeHeaders = [
  'dataElement',
  'period',
  'orgUnit',
  'categoryOptionCombo',
  'attributeOptionCombo',
  'value',
] as const;

/**
 * How values exchanged between systems are read. Nothing needs to be guessed: the format says what each column is. A place is looked for by
 * its mark and by its name, since either may stand there.
 * @param periods how some of the first rows write their period
 */
export function exchangeLayout(periods: readonly string[]): {
  readonly layout: ValueLayout;
  readonly doubts: readonly LayoutDoubt[];
} {
  const kinds = periods.flatMap((text) => {
    const read = readPeriodCell(text, 'either');
    return 'period' in read ? [read.period.kind] : [];
  });
  // Days are counted by month, where small numbers say something; all else is kept as long as it is told.
  const isDaily = kinds.length > 0 && kinds.every((kind) => kind === 'day');
  const layout: ValueLayout = {
    sheet: null,
    headerRow: 1,
    place: { code: 'orgUnit', names: ['orgUnit'], fixed: null },
    period: { kind: 'cell', header: 'period' },
    indicator: { kind: 'cell', header: 'dataElement', codes: {} },
    value: 'value',
    dimensions: [],
    columns: [],
    crossings: [
      { header: 'categoryOptionCombo', texts: {} },
      { header: 'attributeOptionCombo', texts: {} },
    ],
    countBy: isDaily ? 'month' : 'as-told',
    addsRows: isDaily,
    decimals: 'point',
    dayOrder: 'either',
  };
  return { layout, doubts: [] };
}
