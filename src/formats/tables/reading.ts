import type { Problem } from '#domain/shared/refusal.ts';

export type CellType = 'text' | 'number' | 'percent' | 'date' | 'boolean' | 'error' | 'empty';

/**
 * One cell. `text` is what stands there: a code keeps its zeros, a day is `2026-01-15`, a percentage is `12.5%`.
 * `type` says what the file holds, so that a number where a code belongs can be questioned; CSV cells are always text.
 */
export type Cell = { readonly text: string; readonly type: CellType; readonly formula?: true };

export type Row = {
  /** As the spreadsheet numbers it, or the record's place in a CSV; from 1. */
  readonly number: number;
  /** Line of the file where it begins; CSV only. */
  readonly line?: number;
  readonly cells: readonly Cell[];
};

export type SheetReading = {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows with something in them, in order. Empty for a hidden sheet that was not asked for. */
  readonly rows: readonly Row[];
  /** Number of the row that seems to hold the headers; null in an empty sheet. */
  readonly headerRow: number | null;
  /** Cells that were merged, rows and columns as numbers from 1 and 0; none in a CSV. */
  readonly merges?: readonly MergedCells[];
};

export type MergedCells = {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
};

export type TableFormat = 'csv' | 'xlsx';

/** What a file holds. Problems are faults to be put right; notices only tell what was done. Words are `problem.<code>`. */
export type TableReading = {
  readonly format: TableFormat;
  readonly encoding: TextEncodingName | null;
  readonly delimiter: string | null;
  readonly sheets: readonly SheetReading[];
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
};

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export const emptyCell: Cell = { text: '', type: 'empty' };

/** The letters of a column, from 0: A, B, … Z, AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
