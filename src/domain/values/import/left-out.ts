import { fold } from '#domain/shared/fold.ts';
import type { ColumnRole } from './header-words.ts';
import type { ValueLayout } from './layout.ts';
import { readNumber } from './read-number.ts';
import type { CellOf, ReadOnce } from './read-once.ts';

/**
 * Why a row tells no figure: a sum of others, nothing in it, a note or a title, the headers once more, an offence that no indicator counts, somebody's
 * choice, no figure in its cells, or hidden in its sheet. Words: `value-imports.left-out.<reason>`.
 */
export const leftOutReasons = [
  'total',
  'blank',
  'note',
  'header',
  'uncounted',
  'chosen',
  'silent',
  'hidden',
] as const;

export type LeftOutReason = (typeof leftOutReasons)[number];

/** Whether a row is left out before it is read, and why; `second-table` where another table begins. */
export function whyLeftOut(
  layout: ValueLayout,
  read: ReadOnce,
  row: { readonly cell: CellOf; readonly cells: readonly string[] },
): LeftOutReason | 'second-table' | null {
  const filled = row.cells.filter((text) => text.trim() !== '');
  const [only = ''] = filled;
  if (filled.length === 0) return 'blank';
  if (isTotal(layout, read, row.cell)) return 'total';
  if (filled.length === 1 && usedHeaders(layout).length > 1 && 'fault' in readNumber(only, 'either'))
    return 'note';
  const said = saidOfOffence(layout, read, row.cell);
  if (said !== null) return said;
  if (!isHeaders(layout, read, row.cell)) return null;
  const isSame = usedHeaders(layout).every((header) => fold(row.cell(header)) === fold(header));
  return isSame ? 'header' : 'second-table';
}

/** The columns that a layout reads. */
export function usedHeaders(layout: ValueLayout): string[] {
  const { columns, dimensions, indicator, place, value } = layout;
  return [
    place.code,
    ...place.names,
    ...periodHeaders(layout),
    indicator.kind === 'cell' ? indicator.header : null,
    value,
    ...dimensions.map(({ header }) => header),
    ...(layout.crossings ?? []).map(({ header }) => header),
    ...columns.map(({ header }) => header),
  ].filter((header) => header !== null);
}

function periodHeaders({ period }: ValueLayout): string[] {
  if (period.kind === 'cell') return [period.header];
  return period.kind === 'parts' ? [period.year, ...(period.month === null ? [] : [period.month])] : [];
}

function isTotal(layout: ValueLayout, read: ReadOnce, cell: CellOf): boolean {
  const places = [layout.place.code, ...layout.place.names].filter((header) => header !== null);
  return (
    places.some((header) => read.isSumOfPlaces(cell(header))) ||
    periodHeaders(layout).some((header) => read.isSum(cell(header))) ||
    layout.dimensions.some(
      ({ dimension, header }) =>
        read.isSum(cell(header)) && read.categoryOf(dimension, cell(header)) === null,
    )
  );
}

// Null in the layout leaves the rows of an offence out, whatever else they say.
function saidOfOffence(
  { indicator }: ValueLayout,
  known: ReadOnce,
  cell: CellOf,
): 'chosen' | 'uncounted' | null {
  if (indicator.kind !== 'cell') return null;
  const text = cell(indicator.header);
  const said = saidOf(indicator.codes, text);
  if (said === null) return 'chosen';
  return said === undefined && known.isUncounted(text) ? 'uncounted' : null;
}

const ofTime: ReadonlySet<ColumnRole | null> = new Set(['year', 'month', 'date']);

// «Año» where a year belongs, «Casos» where a figure does, or the years once more over the figures.
function isHeaders(layout: ValueLayout, { roleOf }: ReadOnce, cell: CellOf): boolean {
  if (periodHeaders(layout).some((header) => ofTime.has(roleOf(cell(header))))) return true;
  const isValue = layout.value !== null && roleOf(cell(layout.value)) === 'value';
  const isPlace = layout.place.names.some((header) => roleOf(cell(header)) === 'place-name');
  if (isValue && isPlace) return true;
  const told = layout.columns.filter(({ header }) => cell(header) !== '');
  return told.length > 1 && told.every(({ header }) => fold(cell(header)) === fold(header));
}

/** What a layout says that a text stands for; «constructor» is a text like any other. */
export function saidOf(
  codes: Readonly<Record<string, string | null>>,
  text: string,
): string | null | undefined {
  const key = fold(text);
  return Object.hasOwn(codes, key) ? codes[key] : undefined;
}
