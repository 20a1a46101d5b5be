import type { Period } from '#domain/indicators/period.ts';
import { fold } from '#domain/shared/fold.ts';
import type { ValueLayout } from './layout.ts';
import { saidOf, usedHeaders, whyLeftOut, type LeftOutReason } from './left-out.ts';
import { periodFor } from './period-of-row.ts';
import { readCrossing } from './read-crossing.ts';
import { readFigure } from './read-figure.ts';
import { onceEach, type CellOf, type ReadOnce } from './read-once.ts';
import { unsettled } from './unsettled.ts';

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
    | 'period-unheld'
    | 'ambiguous-day'
    | 'period-too-coarse'
    | 'period-too-fine'
    | 'unknown-indicator'
    | 'partial-indicator'
    | 'not-figures'
    | 'second-table'
    | 'unknown-category'
    | 'unknown-crossing'
    | 'not-a-number'
    | 'yes-or-no'
    | 'annotated-zero'
    | 'ambiguous-number'
    | 'formula-error'
    | 'negative-count'
    | 'not-whole';
  readonly header: string | null;
  readonly text: string;
};

export type ReadRow = {
  readonly told: readonly ToldValue[];
  readonly problems: readonly RowProblem[];
  /** Why the row tells nothing, where nothing is wrong with it. */
  readonly leftOut?: LeftOutReason;
};

/** What must be known of an indicator to judge a figure. */
export type JudgedIndicator = { readonly isCount: boolean };

/** What is known beyond the layout: a category or an offence that only stands in row 30,000 is understood too. */
export type KnownRows = {
  readonly judged: (code: string) => JudgedIndicator | null;
  readonly categoryOf: (dimension: string, text: string) => string | null;
  /** The indicators for which a row counts whole that says this; abuse of a child may be counted as two things. */
  readonly indicatorsOf: (text: string) => readonly string[];
  /** Whether a text is known to be an offence that no indicator here counts: its rows are left out. */
  readonly isUncounted?: (text: string) => boolean;
  /** Whether only a part of what is called so belongs to an indicator: a person must say what becomes of its rows. */
  readonly isPartial?: (text: string) => boolean;
  /** The crossing that a text of an exchange file stands for; null where nobody knows. */
  readonly crossingOf?: (text: string) => Readonly<Record<string, string>> | null;
  /** Whether what a text names is told in words, or as yes and no: it has no figures. */
  readonly hasNoFigures?: (text: string) => boolean;
};

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
    const leftOut = whyLeftOut(layout, read, { cell, cells });
    if (leftOut === 'second-table') return { told: [], problems: [secondTable(layout, cell)] };
    if (leftOut !== null) return { told: [], problems: [], leftOut };
    const problems: RowProblem[] = [];
    const place = readPlace(layout, cell, problems);
    const parts = readCrossing(layout, read, cell, problems);
    if (parts === null) return { told: [], problems: [], leftOut: 'chosen' };
    const told: ToldValue[] = [];
    for (const one of figuresOf(layout)) {
      const period = periodFor(layout, one.period, cell, { read, problems });
      const codes = one.indicator === null ? indicatorsFor(layout, read, cell, problems) : [one.indicator];
      for (const indicator of codes) {
        const figure = readFigure(layout, one.header, cell, known.judged(indicator), problems);
        if (place === null || period === null || figure === null) continue;
        const { header } = one;
        told.push({ place, period, indicator, parts: { ...parts, ...one.parts }, ...figure, header });
      }
    }
    const isSilent = told.length === 0 && problems.length === 0;
    return { told, problems: unique(problems), ...(isSilent ? { leftOut: 'silent' } : {}) };
  };
}

// Two tables on one sheet: what stands below the second headers is not what the first say.
function secondTable(layout: ValueLayout, cell: CellOf): RowProblem {
  const header = usedHeaders(layout).find((one) => cell(one) !== '') ?? null;
  return { code: 'second-table', header, text: cell(header) };
}

function readPlace({ place }: ValueLayout, cell: CellOf, problems: RowProblem[]): WrittenPlace | null {
  if (place.fixed !== null) return { key: place.fixed, code: place.fixed, names: [] };
  const code = cell(place.code);
  const names = place.names.map(cell);
  if (code !== '') return { key: code, code, names };
  if (names.every((name) => name === '')) {
    problems.push({ code: 'no-place', header: place.code ?? place.names.at(-1) ?? null, text: '' });
    return null;
  }
  return { key: names.map(fold).join(' > '), code: null, names };
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

function indicatorsFor(
  { indicator }: ValueLayout,
  known: ReadOnce,
  cell: CellOf,
  problems: RowProblem[],
): readonly string[] {
  // Nobody has said yet of what the figures are; what else is wrong with them is found all the same.
  if (indicator.kind === 'fixed') return [indicator.code ?? ''];
  if (indicator.kind === 'columns') return [];
  const text = cell(indicator.header);
  const said = saidOf(indicator.codes, text);
  const codes = said ? [said] : known.indicatorsOf(text);
  if (codes.length > 0) return codes;
  // A text that neither the layout nor anybody here knows, or of which only a part counts, is asked about.
  const code = problemOfName(text, known);
  problems.push({ code, header: indicator.header, text });
  // What else is wrong with its figures is found all the same.
  return code === 'not-figures' ? [] : [`${unsettled}${text}`];
}

function problemOfName(text: string, known: ReadOnce): RowProblem['code'] {
  if (known.hasNoFigures(text)) return 'not-figures';
  return known.isPartial(text) ? 'partial-indicator' : 'unknown-indicator';
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
