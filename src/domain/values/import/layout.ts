import type { PeriodKind } from '#domain/indicators/period.ts';
import type { DayOrder } from './read-period-cell.ts';
import type { DecimalSign } from './read-number.ts';

/**
 * How somebody's table of figures is to be read: which column says what. Columns are named by their header, so that a layout fits next
 * month's file with another column in between. It is what a mapping file holds and what is remembered of a source.
 */
export type ValueLayout = {
  /** The sheet of a workbook; null for the first that holds something. */
  readonly sheet: string | null;
  /** Number of the row with the headers, from 1. */
  readonly headerRow: number;
  readonly place: PlaceColumns;
  readonly period: PeriodColumns;
  readonly indicator: IndicatorColumns;
  /** The column with the figure; null where each row is one event, or where the figures stand in `columns`. */
  readonly value: string | null;
  readonly dimensions: readonly DimensionColumn[];
  /** Figures side by side: each such column says what its header stands for. */
  readonly columns: readonly FigureColumn[];
  /** Columns whose texts each stand for a whole crossing, as exchange files between systems have. */
  readonly crossings?: readonly CrossingColumn[] | undefined;
  /** The length of time into which figures are told or events are counted; `as-told` where each is kept as the file tells it. */
  readonly countBy: PeriodKind | 'as-told';
  /** Whether rows of one cell are parts of it and add up: days of a month, crossings that nobody asked for. Else each cell is told once. */
  readonly addsRows: boolean;
  readonly decimals: DecimalSign;
  readonly dayOrder: DayOrder;
};

/** A territory by its code, or by names from the widest to the finest. `fixed` where the whole table is of one. */
export type PlaceColumns = {
  readonly code: string | null;
  readonly names: readonly string[];
  readonly fixed: string | null;
};

export type PeriodColumns =
  | { readonly kind: 'cell'; readonly header: string }
  | { readonly kind: 'parts'; readonly year: string; readonly month: string | null }
  | { readonly kind: 'fixed'; readonly period: string }
  | { readonly kind: 'columns' };

export type IndicatorColumns =
  | { readonly kind: 'fixed'; readonly code: string | null }
  /** Each text of a column stands for an indicator; null leaves its rows out. */
  | {
      readonly kind: 'cell';
      readonly header: string;
      readonly codes: Readonly<Record<string, string | null>>;
    }
  | { readonly kind: 'columns' };

/** A column by which figures are broken down; `categories` says what its texts stand for, by their folded form. */
export type DimensionColumn = {
  readonly header: string;
  readonly dimension: string;
  readonly categories: Readonly<Record<string, string>>;
};

/** A column of crossings; `texts` says what they stand for, by their folded form: {} the whole, null leaves their rows out. */
export type CrossingColumn = {
  readonly header: string;
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>> | null>>;
};

/** A column of figures, and what its header stands for. */
export type FigureColumn = {
  readonly header: string;
  readonly period: string | null;
  readonly indicator: string | null;
  readonly parts: Readonly<Record<string, string>>;
};

/** What the guess could not decide and a person is asked. Words: `values.doubt.<code>`. */
export type LayoutDoubt = {
  readonly code:
    | 'no-place'
    | 'no-period'
    | 'period-of-title'
    | 'no-indicator'
    | 'no-value'
    | 'day-order'
    | 'decimals'
    | 'category'
    | 'column';
  readonly header: string | null;
  readonly text: string | null;
};
