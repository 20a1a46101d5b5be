import type { MeasuredRow } from '#database/values/question-views.ts';
import type { SeriesRow } from '#database/values/series-row.ts';
import type { PeriodKind } from '#domain/indicators/period.ts';
import type { Day } from '#domain/shared/dates.ts';
import type { Area } from '#domain/values/fill-cells.ts';
import type { Figure } from '#domain/values/figure.ts';
import type { Audience } from '#domain/values/protection.ts';
import type { FigureNote } from '#domain/values/question.ts';
import type { PlaceRow } from '#database/actors/place-views.ts';
import type { Context } from '../context.ts';

/** What is asked of an indicator. */
export type FigureQuestion = {
  /** Its code or its number. */
  readonly indicator: string | number;
  /** A level of territories, 0 the country. */
  readonly level: number;
  /** The number of the territory within which is asked. */
  readonly within: number;
  /** Days: the whole periods that touch them are answered. */
  readonly from: Day;
  readonly to: Day;
  /** null: as the series tells it. */
  readonly period: PeriodKind | null;
  /** The dimensions by which figures are broken down. */
  readonly by: readonly string[];
  /** One series; else the first by rank that can answer. */
  readonly series?: number | undefined;
};

export type Crossing = {
  readonly id: number;
  readonly key: string;
  readonly parts: Readonly<Record<string, string>>;
  /** Holds what the source could not class. */
  readonly isUnclassed: boolean;
};

/** Where the line of a territory breaks: it was split, renamed, merged or moved. */
export type Break = {
  readonly predecessorId: number;
  readonly successorId: number;
  readonly on: Day | null;
  readonly kind: string;
};

/** What one series says to a question. */
export type Answered = {
  /** null where no source answers this. */
  readonly series: SeriesRow | null;
  readonly period: PeriodKind;
  readonly territories: readonly Area[];
  readonly disaggregations: readonly Crossing[];
  /** One for each territory, period and crossing; numbers that are too small for the reader have the state "protected". */
  readonly cells: readonly Figure[];
  readonly notes: readonly FigureNote[];
};

export type FigureAnswer = Answered & {
  readonly indicator: MeasuredRow;
  readonly level: number;
  /** Every series that whoever asks may know of, first shown first; of a ratio, those of its numerator. */
  readonly others: readonly SeriesRow[];
  readonly breaks: readonly Break[];
  /** Of one territory's own line: from when on its figures are of one and the same extent; null: always. */
  readonly comparableFrom: Day | null;
  readonly audience: Audience;
};

/** An indicator with the series of it that the reader may know of. */
export type Measured = { readonly indicator: MeasuredRow; readonly series: readonly SeriesRow[] };

/** A question with what is needed to answer it. */
export type Asking = {
  readonly context: Context;
  readonly question: FigureQuestion;
  readonly place: PlaceRow;
  readonly today: Day;
};
