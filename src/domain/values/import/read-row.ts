import { isMadeOf, periodOf, type Period } from '#domain/indicators/period.ts';
import { fold } from '#domain/shared/fold.ts';
import type { ValueLayout } from './layout.ts';
import { readNumber } from './read-number.ts';
import { periodOfParts, readPeriodCell, type ReadPeriod } from './read-period-cell.ts';

/** How the place of a row is written: its code, or its names from the widest; told apart by `key`. */
export type WrittenPlace = {
  readonly key: string;
  readonly code: string | null;
  readonly names: readonly string[];
};

/** One figure as a row tells it. `state` as data_value.state; `isEvent` where it is to be counted and not told. */
export type ToldValue = {
  readonly place: WrittenPlace;
  readonly period: Period;
  readonly indicator: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly value: number | null;
  readonly state: number;
  readonly isEvent: boolean;
  /** The column that it stands in; null where the row itself is the event. */
  readonly header: string | null;
};

/** What is wrong with a row: words `problem.values.<code>`; `header` null where it is the whole row. */
export type RowProblem = {
  readonly code:
    | 'no-place'
    | 'no-period'
    | 'not-a-period'
    | 'ambiguous-day'
    | 'period-too-coarse'
    | 'period-too-fine'
    | 'unknown-indicator'
    | 'unknown-category'
    | 'not-a-number'
    | 'ambiguous-number'
    | 'formula-error'
    | 'negative-count'
    | 'not-whole';
  readonly header: string | null;
  readonly text: string;
};

export type ReadRow = { readonly told: readonly ToldValue[]; readonly problems: readonly RowProblem[] };

/** What must be known of an indicator to judge a figure. */
export type JudgedIndicator = { readonly isCount: boolean };

/** What is known beyond the layout: a category or an offence that only stands in row 30,000 is understood too. */
export type KnownRows = {
  readonly judged: (code: string) => JudgedIndicator | null;
  readonly categoryOf: (dimension: string, text: string) => string | null;
  readonly indicatorOf: (text: string) => string | null;
  /** Whether a text is known to be an offence that no indicator here counts: its rows are left out. */
  readonly isUncounted?: (text: string) => boolean;
};

const storedState = { absent: null, unknown: 3, 'not-applicable': 1, withheld: 2 } as const;

/**
 * A reader of the rows of one table. Rows of sums («Total») and empty ones tell nothing. Each row answers all that is wrong with it.
 * @param headers of the table in order
 * @param known what is known of indicators, and what texts mean that the layout does not name
 */
export function rowReader(
  layout: ValueLayout,
  headers: readonly string[],
  known: KnownRows,
): (cells: readonly string[]) => ReadRow {
  const at = new Map(headers.map((header, index) => [header, index]));
  const read = onceEach(layout, known);
  return (cells) => {
    const cell = (header: string | null) =>
      header === null ? '' : (cells[at.get(header) ?? -1] ?? '').trim();
    if (isSum(layout, cell) || isLeftOut(layout, read, cell)) return { told: [], problems: [] };
    const problems: RowProblem[] = [];
    const place = readPlace(layout, cell);
    if (place === null)
      problems.push({
        code: 'no-place',
        header: layout.place.code ?? layout.place.names.at(-1) ?? null,
        text: '',
      });
    const parts = readParts(layout, read, cell, problems);
    const told: ToldValue[] = [];
    for (const one of figuresOf(layout)) {
      const period = periodFor(layout, one.period, cell, { read, problems });
      const code = one.indicator ?? indicatorFor(layout, read, cell, problems);
      if (code === null) continue;
      const figure = readFigure(layout, one.header, cell, known.judged(code), problems);
      if (place === null || period === null || figure === null) continue;
      told.push({
        place,
        period,
        indicator: code,
        parts: { ...parts, ...one.parts },
        ...figure,
        header: one.header,
      });
    }
    return { told, problems: unique(problems) };
  };
}

type CellOf = (header: string | null) => string;

/** What a text says is worked out once: of a million rows there are few different ones. */
type ReadOnce = Pick<KnownRows, 'categoryOf' | 'indicatorOf'> & {
  readonly periodOf: (text: string) => ReadPeriod;
  readonly isUncounted: (text: string) => boolean;
};

const mostKept = 50_000;

function onceEach(layout: ValueLayout, known: KnownRows): ReadOnce {
  const categories = new Map(layout.dimensions.map((one) => [one.dimension, one.categories]));
  const categoryOf = once((key: string) => {
    const cut = key.indexOf('|');
    const [dimension, text] = [key.slice(0, cut), key.slice(cut + 1)];
    return categories.get(dimension)?.[fold(text)] ?? known.categoryOf(dimension, text);
  });
  return {
    categoryOf: (dimension, text) => categoryOf(`${dimension}|${text}`),
    indicatorOf: once((text) => known.indicatorOf(text)),
    isUncounted: once((text) => known.isUncounted?.(text) ?? false),
    periodOf: once((text) => readPeriodCell(text, layout.dayOrder)),
  };
}

function once<Found>(find: (text: string) => Found): (text: string) => Found {
  const kept = new Map<string, Found>();
  return (text) => {
    const found = kept.get(text);
    if (found !== undefined) return found;
    const made = find(text);
    if (kept.size < mostKept) kept.set(text, made);
    return made;
  };
}

// Null in the layout leaves the rows of an offence out, whatever else they say.
function isLeftOut({ indicator }: ValueLayout, known: ReadOnce, cell: CellOf): boolean {
  if (indicator.kind !== 'cell') return false;
  const text = cell(indicator.header);
  const said = indicator.codes[fold(text)];
  return said === null || (said === undefined && known.isUncounted(text));
}

const sums = new Set([
  'total',
  'total general',
  'totales',
  'gran total',
  'total nacional',
  'subtotal',
  'sum',
]);

function isSum(layout: ValueLayout, cell: CellOf): boolean {
  const texts = [layout.place.code, ...layout.place.names].filter((header) => header !== null).map(cell);
  return texts.some((text) => sums.has(fold(text)));
}

function readPlace({ place }: ValueLayout, cell: CellOf): WrittenPlace | null {
  if (place.fixed !== null) return { key: place.fixed, code: place.fixed, names: [] };
  const code = cell(place.code);
  const names = place.names.map(cell);
  if (code !== '') return { key: code, code, names };
  if (names.every((name) => name === '')) return null;
  return { key: names.map(fold).join(' > '), code: null, names };
}

function readParts(
  layout: ValueLayout,
  known: ReadOnce,
  cell: CellOf,
  problems: RowProblem[],
): Record<string, string> {
  const parts: Record<string, string> = {};
  for (const { header, dimension } of layout.dimensions) {
    const text = cell(header);
    const category = known.categoryOf(dimension, text);
    if (category === null) problems.push({ code: 'unknown-category', header, text });
    else parts[dimension] = category;
  }
  return parts;
}

type Asked = {
  readonly header: string | null;
  readonly period: string | null;
  readonly indicator: string | null;
  readonly parts: Readonly<Record<string, string>>;
};

function figuresOf(layout: ValueLayout): readonly Asked[] {
  if (layout.columns.length > 0) return layout.columns;
  return [{ header: layout.value, period: null, indicator: null, parts: {} }];
}

function periodFor(
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

function indicatorFor(
  { indicator }: ValueLayout,
  known: ReadOnce,
  cell: CellOf,
  problems: RowProblem[],
): string | null {
  // Nobody has said yet of what the figures are; what else is wrong with them is found all the same.
  if (indicator.kind === 'fixed') return indicator.code ?? '';
  if (indicator.kind === 'columns') return null;
  const text = cell(indicator.header);
  const code = indicator.codes[fold(text)] ?? known.indicatorOf(text);
  // A text that neither the layout nor anybody here knows is asked about.
  if (code === null) problems.push({ code: 'unknown-indicator', header: indicator.header, text });
  return code;
}

function readFigure(
  layout: ValueLayout,
  header: string | null,
  cell: CellOf,
  indicator: JudgedIndicator | null,
  problems: RowProblem[],
): Pick<ToldValue, 'value' | 'state' | 'isEvent'> | null {
  if (header === null) return { value: 1, state: 0, isEvent: true };
  const text = cell(header);
  const read = readNumber(text, layout.decimals);
  if ('fault' in read) {
    problems.push({ code: read.fault, header, text });
    return null;
  }
  if ('state' in read) {
    const state = storedState[read.state];
    return state === null ? null : { value: null, state, isEvent: false };
  }
  if (indicator?.isCount && read.value < 0) problems.push({ code: 'negative-count', header, text });
  else if (indicator?.isCount && !Number.isInteger(read.value))
    problems.push({ code: 'not-whole', header, text });
  else return { value: read.value, state: 0, isEvent: false };
  return null;
}

// A wide row says what is wrong with its place or year once, not for every column.
function unique(problems: readonly RowProblem[]): RowProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, header, text }) => {
    const key = `${code}|${header}|${text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
