import type { Day } from '#domain/shared/dates.ts';

/**
 * How a figure stands. Zero is a value; these are told apart and never taken for one another:
 * `not-reported` nobody has said anything, `unknown` it was said to be unknown, `not-applicable`, `withheld` suppressed by the source,
 * `protected` known but not shown, because it is small.
 */
export const figureStates = [
  'value',
  'not-reported',
  'unknown',
  'not-applicable',
  'withheld',
  'protected',
] as const;

export type FigureState = (typeof figureStates)[number];

/** What data_value.state holds, by its number. */
export const storedStates = [
  'value',
  'not-applicable',
  'withheld',
  'unknown',
] as const satisfies readonly FigureState[];

/** How an estimate came to its interval: by the design of its sample (Taylor linearisation), or as its source published it. */
export const estimateMethods = ['taylor', 'published'] as const;

/** What an estimate says of its own uncertainty; without one, the source publishes no interval. */
export type EstimateError = {
  readonly method: (typeof estimateMethods)[number];
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly standardError: number | null;
  /** How many answers stand behind it. */
  readonly answers: number | null;
};

/** How much of a sum was told: by how many of the territories that there were, and how many of the reports that were due. */
export type Reporting = {
  readonly territories: number;
  readonly territoriesOf: number;
  readonly reports: number;
  readonly reportsOf: number;
};

/** One cell: what one series says of a territory, a period and a group. */
export type Figure = {
  readonly seriesId: number;
  readonly territoryId: number;
  /** The first day of the period; its length is the answer's. */
  readonly period: Day;
  readonly disaggregationId: number;
  readonly value: number | null;
  readonly state: FigureState;
  /** How many reported cells were added up; 1 for a cell as it was told; 0 where nothing was told, also where that means zero. */
  readonly reported: number;
  /** How many cells of it the source suppressed: then the sum is a least. */
  readonly withheld: number;
  /** The wider territory whose figure this is, where the source tells none finer. It is never apportioned. */
  readonly heldAt: number | null;
  /** Of a ratio, what was divided by what; null where that is not shown. */
  readonly parts: { readonly numerator: number; readonly denominator: number } | null;
  readonly estimate: EstimateError | null;
  /** Of a sum; null of a figure as it was told, and of one that is not shown. */
  readonly reporting: Reporting | null;
};

/** A figure of which nothing is said. */
export function silentFigure(
  cell: Pick<Figure, 'seriesId' | 'territoryId' | 'period' | 'disaggregationId'>,
  state: FigureState = 'not-reported',
): Figure {
  const unsaid = { heldAt: null, parts: null, estimate: null, reporting: null };
  return { ...cell, ...unsaid, value: null, state, reported: 0, withheld: 0 };
}
