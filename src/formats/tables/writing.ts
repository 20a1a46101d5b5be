import type { TableFormat } from './reading.ts';

export type TableValue = string | number | boolean | Date | null | undefined;

/** A column to be written. `code` and `text` are written as text, so that no program drops a zero or makes a date of them. */
export type TableColumn = {
  readonly key: string;
  readonly header: string;
  readonly kind?: 'text' | 'code' | 'integer' | 'number' | 'percent' | 'day' | 'moment';
  /** In characters. */
  readonly width?: number;
  /** What may be chosen in the cells below; XLSX only. */
  readonly choices?: readonly string[];
};

export type TableRow = Readonly<Record<string, TableValue>>;

export type TableSheet = {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
};

export type WriteOptions = {
  /** Begins a CSV with the mark by which Excel knows UTF-8. */
  readonly excel?: boolean;
  readonly delimiter?: ',' | ';' | '\t';
};

export const tableMediaTypes: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
