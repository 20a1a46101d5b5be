import { periodKinds, writePeriod, type Period, type PeriodKind } from '#domain/indicators/period.ts';
import { fold } from '#domain/shared/fold.ts';
import { layoutDoubts } from './layout-doubts.ts';
import { finenessOf, roleOfHeader, type ColumnRole } from './header-words.ts';
import type {
  DimensionColumn,
  FigureColumn,
  IndicatorColumns,
  LayoutDoubt,
  PeriodColumns,
  PlaceColumns,
  ValueLayout,
} from './layout.ts';
import { decimalSignOf, readNumber } from './read-number.ts';
import {
  dayOrderOf,
  periodInTitle,
  readMonth,
  readPartOfYear,
  readPeriodCell,
  readYear,
} from './read-period-cell.ts';

/** What the installation knows, by which columns are recognised. Texts are given as they stand in the file. */
export type KnownWords = {
  readonly isPlaceCode: (text: string) => boolean;
  readonly isPlaceName: (text: string) => boolean;
  readonly dimensionOf: (header: string) => string | null;
  readonly categoryOf: (dimension: string, text: string) => string | null;
  readonly indicatorOf: (text: string) => string | null;
  /** Whether a text is known to be an offence that no indicator here counts. */
  readonly isUncounted?: (text: string) => boolean;
};

/** The headers of a table and some of its rows, as text. */
export type TableSample = {
  readonly sheet: string | null;
  /** What the file is called and what stands above its headers. */
  readonly title?: string | undefined;
  readonly headerRow: number;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

type Column = {
  readonly header: string;
  readonly cells: readonly string[];
  readonly role: ColumnRole | null;
};

/**
 * Guesses how a table of figures is to be read. Content decides where a header is silent or wrong: a column of known codes is the place
 * whatever it is called. What cannot be told is a doubt, shown and corrected before anything is read.
 */
export function guessLayout(
  sample: TableSample,
  known: KnownWords,
): { readonly layout: ValueLayout; readonly doubts: readonly LayoutDoubt[] } {
  const columns = sample.headers.map((header, index) => ({
    header,
    cells: sample.rows.map((row) => row[index]?.trim() ?? '').filter((cell) => cell !== ''),
    role: roleOfHeader(header),
  }));
  const place = guessPlace(columns, known);
  const taken = new Set([place.code, ...place.names]);
  const free = columns.filter(({ header }) => header !== '' && !taken.has(header));
  const found = guessPeriod(free);
  const rest = free.filter(({ header }) => !found.headers.has(header));
  const dimensions = guessDimensions(rest, known);
  const broken = new Set(dimensions.map(({ header }) => header));
  const figures = guessFigures(
    rest.filter(({ header }) => !broken.has(header)),
    found.period,
    { known, title: [sample.sheet ?? '', sample.title ?? ''].join(' ') },
  );
  const layout: ValueLayout = {
    sheet: sample.sheet,
    headerRow: sample.headerRow,
    place,
    period: figures.period,
    indicator: figures.indicator,
    value: figures.value,
    dimensions,
    columns: figures.columns,
    countBy: figures.countBy ?? found.countBy,
    addsRows: addsRows(found, figures.value),
    decimals: figures.decimals === 'mixed' ? 'either' : figures.decimals,
    dayOrder: found.dayOrder === 'mixed' ? 'either' : found.dayOrder,
  };
  return {
    layout,
    doubts: layoutDoubts(layout, columns, { decimals: figures.decimals, categoryOf: known.categoryOf }),
  };
}

// Days counted by month are parts of it. Rows that say the same cell again otherwise contradict each other.
function addsRows(found: FoundPeriod, value: string | null): boolean {
  return value !== null && found.isFiner;
}

// Most of the cells, not each: one typing error does not make a column something else; less where its header says what it is.
const mostly = (cells: readonly string[], test: (cell: string) => boolean, share = 0.7): boolean =>
  cells.length > 0 && cells.filter(test).length >= cells.length * share;
const saidByHeader = 0.5;

function guessPlace(columns: readonly Column[], known: KnownWords): PlaceColumns {
  const isNamed = columns.some(
    ({ role, cells }) => role === 'place-name' && mostly(cells, known.isPlaceName),
  );
  // Beside names of places, small numbers under a header that says no code are figures: «Enero: 3» is not province 3.
  const isFigure = ({ role, header, cells }: Column) =>
    role === null && (isPartOfYear(header) || (isNamed && mostly(cells, (cell) => /^\d{1,2}$/.test(cell))));
  const isCode = (column: Column) =>
    (column.role === 'place-code' || column.role === null) &&
    !isFigure(column) &&
    mostly(column.cells, known.isPlaceCode);
  // A column of codes that only later years fill is empty in the first rows.
  const isEmptyCode = ({ role, cells }: Column) => role === 'place-code' && cells.length === 0;
  const code =
    columns.find((column) => column.role === 'place-code' && isCode(column)) ??
    columns.find(isCode) ??
    columns.find(isEmptyCode) ??
    null;
  const names = columns
    .filter(
      ({ header, role, cells }) =>
        header !== code?.header &&
        role !== 'value' &&
        (role === 'place-name'
          ? !mostly(cells, isNumeric)
          : (role === null || role === 'place-code') && mostly(cells, known.isPlaceName)),
    )
    .map(({ header }) => header)
    .toSorted((one, other) => finenessOf(one) - finenessOf(other));
  return { code: code?.header ?? null, names, fixed: null };
}

const isPartOfYear = (header: string) => readPartOfYear(header, '2024') !== null;

const isNumeric = (cell: string) => 'value' in readNumber(cell, 'point');

type FoundPeriod = {
  readonly period: PeriodColumns | null;
  readonly headers: ReadonlySet<string>;
  readonly countBy: PeriodKind;
  /** Whether the file tells shorter periods than those into which it is counted. */
  readonly isFiner: boolean;
  readonly dayOrder: ReturnType<typeof dayOrderOf>;
};

function guessPeriod(columns: readonly Column[]): FoundPeriod {
  const date = columns.find(
    ({ role, cells }) =>
      role === 'date' &&
      mostly(cells, (cell) => !('fault' in readPeriodCell(cell, 'day-first')), saidByHeader),
  );
  if (date) return foundInCell(date, columns);
  const year = columns.find(
    ({ role, cells }) => role === 'year' && mostly(cells, (cell) => readYear(cell) !== null, saidByHeader),
  );
  const month = columns.find(
    ({ role, cells }) => role === 'month' && mostly(cells, (cell) => readMonth(cell) !== null, saidByHeader),
  );
  if (!year)
    return {
      period: null,
      headers: new Set(),
      countBy: month ? 'month' : 'year',
      isFiner: false,
      dayOrder: 'either',
    };
  return {
    period: { kind: 'parts', year: year.header, month: month?.header ?? null },
    headers: new Set([year.header, ...(month ? [month.header] : [])]),
    countBy: month ? 'month' : 'year',
    isFiner: false,
    dayOrder: 'either',
  };
}

function foundInCell(date: Column, columns: readonly Column[]): FoundPeriod {
  const dayOrder = dayOrderOf(date.cells);
  const kinds = date.cells.flatMap((cell) => {
    const read = readPeriodCell(cell, 'day-first');
    return 'period' in read ? [read.period.kind] : [];
  });
  // Of months and a year in one column the months are told; the year's sum is asked about.
  const kind = periodKinds.find((one) => kinds.includes(one)) ?? 'year';
  // Parts of a date beside the date say the same again.
  const same = columns.filter(({ role }) => role === 'year' || role === 'month').map(({ header }) => header);
  return {
    period: { kind: 'cell', header: date.header },
    headers: new Set([date.header, ...same]),
    // Days are events; they are counted by month, where small numbers say something.
    countBy: kind === 'day' ? 'month' : kind,
    isFiner: kind === 'day',
    dayOrder,
  };
}

function guessDimensions(columns: readonly Column[], known: KnownWords): DimensionColumn[] {
  return columns.flatMap(({ header, cells }) => {
    const dimension = known.dimensionOf(header);
    if (dimension === null || mostly(cells, isNumeric)) return [];
    const texts = [...new Set(cells)];
    const categories = texts.flatMap((text) => {
      const category = known.categoryOf(dimension, text);
      return category === null ? [] : [[fold(text), category] as const];
    });
    return [{ header, dimension, categories: Object.fromEntries(categories) }];
  });
}

type Figures = Pick<ValueLayout, 'indicator' | 'value' | 'columns'> & {
  readonly period: PeriodColumns;
  /** Where the headers say it. */
  readonly countBy: PeriodKind | null;
  readonly decimals: ReturnType<typeof decimalSignOf>;
};

function guessFigures(
  columns: readonly Column[],
  period: PeriodColumns | null,
  { known, title }: { readonly known: KnownWords; readonly title: string },
): Figures {
  const numeric = columns.filter(
    ({ role, cells }) =>
      role !== 'population' && mostly(cells, (cell) => !('fault' in readNumber(cell, 'point'))),
  );
  const wide = wideColumns(numeric, period, known);
  const side = wide.length > 1 ? wide : [];
  const value =
    side.length > 0
      ? undefined
      : (numeric.find(({ role }) => role === 'value') ??
        // Errors of formulas in it do not make it something else: they are refused, never passed over.
        columns.find(({ role, cells }) => role === 'value' && cells.some(isNumeric)) ??
        (numeric.length === 1 ? numeric[0] : undefined));
  const cells = (side.length > 0 ? numeric : value ? [value] : []).flatMap((column) => column.cells);
  const about = periodInTitle(title);
  const parts = side.flatMap((column) => readPartOfYear(column.period ?? '', '2024')?.kind ?? []);
  const isWhole = parts.length === 0 && side.some((column) => column.period !== null);
  return {
    period:
      period ?? (isWhole ? { kind: 'columns' } : { kind: 'fixed', period: overAll(about, parts.length > 0) }),
    countBy: parts[0] ?? (period === null && !isWhole ? (about?.kind ?? null) : null),
    indicator: guessIndicator(columns, side, value, known),
    value: value?.header ?? null,
    columns: side,
    decimals: decimalSignOf(cells),
  };
}

// Of months side by side only the year is asked over the whole table.
function overAll(about: Period | null, needsYear: boolean): string {
  if (about === null || (needsYear && about.kind !== 'year')) return '';
  return writePeriod(about);
}

function wideColumns(
  numeric: readonly Column[],
  period: PeriodColumns | null,
  known: KnownWords,
): FigureColumn[] {
  return numeric.flatMap(({ header }): FigureColumn[] => {
    const read = readPeriodCell(header, 'day-first');
    const month = readMonth(header);
    if (period === null && ('period' in read || isPartOfYear(header)))
      return [{ header, period: header, indicator: null, parts: {} }];
    if (period?.kind === 'parts' && period.month === null && month !== null && !/^\d+$/.test(header))
      return [{ header, period: header, indicator: null, parts: {} }];
    const indicator = known.indicatorOf(header);
    return indicator === null ? [] : [{ header, period: null, indicator, parts: {} }];
  });
}

function guessIndicator(
  columns: readonly Column[],
  side: readonly FigureColumn[],
  value: Column | undefined,
  known: KnownWords,
): IndicatorColumns {
  if (side.some(({ indicator }) => indicator !== null)) return { kind: 'columns' };
  const isUncounted = (text: string) => known.isUncounted?.(text) ?? false;
  const isKnown = (text: string) => known.indicatorOf(text) !== null || isUncounted(text);
  // What an offence is called may stand under any header: one dialect calls the column «VICTIMAS».
  // Of an offence and its kinds, «tipo» and «subtipo», the finer stands to the right.
  const column =
    columns.findLast(({ cells }) => mostly(cells, isKnown) && !cells.every(isUncounted)) ??
    columns.find(({ role, header }) => role === 'indicator' && header !== value?.header);
  if (!column) return { kind: 'fixed', code: value === undefined ? null : known.indicatorOf(value.header) };
  // Also where the first rows all say the same: a later one may say another offence. What each text stands for is looked up when it is
  // read, so that a name that is corrected later is read as corrected; a layout holds only what a person said.
  return { kind: 'cell', header: column.header, codes: {} };
}
