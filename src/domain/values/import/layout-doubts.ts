import type { LayoutDoubt, ValueLayout } from './layout.ts';
import type { DecimalSign } from './read-number.ts';
import { readPeriodCell } from './read-period-cell.ts';

type Column = { readonly header: string; readonly cells: readonly string[] };

// A title may say when the file was made: what is taken from it is confirmed by a person.
function periodDoubts({ period }: ValueLayout): LayoutDoubt['code'][] {
  if (period.kind !== 'fixed') return [];
  return [period.period === '' ? 'no-period' : 'period-of-title'];
}

/** What a guess could not decide, or took from where it may be wrong: a person is asked before anything is read. */
export function layoutDoubts(
  layout: ValueLayout,
  columns: readonly Column[],
  {
    decimals,
    categoryOf,
  }: {
    readonly decimals: DecimalSign | 'mixed';
    readonly categoryOf: (dimension: string, text: string) => string | null;
  },
): LayoutDoubt[] {
  const doubt = (code: LayoutDoubt['code'], header: string | null = null, text: string | null = null) => ({
    code,
    header,
    text,
  });
  const date =
    layout.period.kind === 'cell'
      ? columns.find(({ header }) => layout.period.kind === 'cell' && header === layout.period.header)
      : undefined;
  const isAsked = date?.cells.some((cell) => 'fault' in readPeriodCell(cell, layout.dayOrder)) ?? false;
  const unknown = layout.dimensions.flatMap(({ header, dimension }) =>
    [...new Set(columns.find((column) => column.header === header)?.cells)]
      .filter((text) => categoryOf(dimension, text) === null)
      .map((text) => doubt('category', header, text)),
  );
  return [
    ...(layout.place.code === null && layout.place.names.length === 0 ? [doubt('no-place')] : []),
    ...periodDoubts(layout).map((code) =>
      doubt(code, null, layout.period.kind === 'fixed' ? layout.period.period : null),
    ),
    ...(layout.indicator.kind === 'fixed' && layout.indicator.code === null ? [doubt('no-indicator')] : []),
    ...(isAsked ? [doubt('day-order', date?.header ?? null)] : []),
    ...(decimals === 'mixed' ? [doubt('decimals', layout.value)] : []),
    ...unknown,
  ];
}
