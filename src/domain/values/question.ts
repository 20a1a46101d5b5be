import { isMadeOf, type PeriodKind } from '#domain/indicators/period.ts';

/** What a series says of itself, as far as choosing one needs it. */
export type SeriesFacts = {
  readonly id: number;
  readonly rank: number;
  readonly level: number;
  readonly periodKind: PeriodKind;
  readonly grain: readonly string[];
  readonly adds: boolean;
  /** The numbers of the territory that the series is about. */
  readonly low: number;
  readonly high: number;
};

export type Question = {
  readonly level: number;
  /** null: as the series tells it. */
  readonly period: PeriodKind | null;
  /** The dimensions by which figures are broken down, alphabetically. */
  readonly by: readonly string[];
  /** The numbers of the territory within which is asked. */
  readonly low: number;
  readonly high: number;
};

/** What is to be said beside an answer. Words: `values.note.<code>`. */
export type FigureNote =
  | 'held-above'
  | 'period-coarser'
  | 'part-of-territory'
  | 'protected'
  | 'sum-is-least'
  | 'population-estimated'
  | 'population-missing'
  | 'rate-of-group'
  | 'rate-of-its-period'
  | 'not-all-reported'
  | 'territories-changed'
  | 'past-joined'
  | 'past-divided'
  | 'past-without-parts'
  | 'past-not-added'
  | 'past-not-told'
  | 'stock-last'
  | 'sum-is-partial'
  | 'interval-of-sample'
  | 'no-interval'
  | 'computed'
  | 'no-series'
  | 'no-crossing';

/** How a series answers a question: at which level and for which length of time, and what has to be said about that. */
export type Choice<Series extends SeriesFacts> = {
  readonly series: Series;
  readonly level: number;
  readonly period: PeriodKind;
  readonly notes: readonly FigureNote[];
};

/**
 * The series that answers a question: the first by rank that can answer it whole; where none can, the one that falls short least. A coarser
 * level or period is answered as it is told, never divided. @returns null where no series knows the crossing at all
 */
export function chooseSeries<Series extends SeriesFacts>(
  all: readonly Series[],
  question: Question,
): Choice<Series> | null {
  const inOrder = all.toSorted((one, other) => one.rank - other.rank || one.id - other.id);
  const choices = inOrder.map((series) => answerBy(series, question)).filter((choice) => choice !== null);
  return choices.toSorted((one, other) => shortfall(one) - shortfall(other))[0] ?? null;
}

function answerBy<Series extends SeriesFacts>(series: Series, question: Question): Choice<Series> | null {
  const covers = series.low <= question.low && question.high <= series.high;
  const isInside = question.low <= series.low && series.high <= question.high;
  if (!(covers || isInside) || !knowsCrossing(series, question.by)) return null;
  const notes: FigureNote[] = covers ? [] : ['part-of-territory'];
  const level = Math.min(question.level, series.level);
  if (level < question.level) notes.push('held-above');
  const asked = question.period ?? series.periodKind;
  const canAdd = series.adds ? isMadeOf(asked, series.periodKind) : asked === series.periodKind;
  if (!canAdd) notes.push('period-coarser');
  return { series, level, period: canAdd ? asked : series.periodKind, notes };
}

// What cannot be added is known only just as it was told.
function knowsCrossing(series: SeriesFacts, by: readonly string[]): boolean {
  if (series.adds) return by.every((dimension) => series.grain.includes(dimension));
  return (
    by.length === series.grain.length && by.every((dimension, index) => dimension === series.grain[index])
  );
}

const weights: Readonly<Partial<Record<FigureNote, number>>> = {
  'part-of-territory': 4,
  'held-above': 2,
  'period-coarser': 1,
};

function shortfall(choice: { readonly notes: readonly FigureNote[] }): number {
  return choice.notes.reduce((sum, note) => sum + (weights[note] ?? 0), 0);
}
