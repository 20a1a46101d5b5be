import type { Options } from 'csv-stringify';
import { stringify as stringifyAll } from 'csv-stringify/sync';
import type { TableColumn, TableRow, TableSheet, TableValue, WriteOptions } from './writing.ts';

const byteOrderMark = '\uFEFF';

function settingsOf(options: WriteOptions): Options {
  return { delimiter: options.delimiter ?? ',', record_delimiter: 'windows', bom: false };
}

export function writeCsv(sheet: TableSheet, options: WriteOptions): Uint8Array {
  const rows = [headersOf(sheet.columns), ...sheet.rows.map((row) => cellsOf(sheet.columns, row))];
  const text = stringifyAll(rows, settingsOf(options));
  return new TextEncoder().encode((options.excel ? byteOrderMark : '') + text);
}

/** The same, piece by piece. */
export async function* streamCsv(
  columns: readonly TableColumn[],
  rows: AsyncIterable<TableRow>,
  options: WriteOptions,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let piece = (options.excel ? byteOrderMark : '') + stringifyAll([headersOf(columns)], settingsOf(options));
  let waiting: string[][] = [];
  for await (const row of rows) {
    waiting.push(cellsOf(columns, row));
    if (waiting.length < 500) continue;
    yield encoder.encode(piece + stringifyAll(waiting, settingsOf(options)));
    piece = '';
    waiting = [];
  }
  yield encoder.encode(piece + stringifyAll(waiting, settingsOf(options)));
}

function headersOf(columns: readonly TableColumn[]): string[] {
  return columns.map((column) => escapeFormula(column.header));
}

function cellsOf(columns: readonly TableColumn[], row: TableRow): string[] {
  return columns.map((column) => textOf(row[column.key], column));
}

function textOf(value: TableValue, column: TableColumn): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date)
    return column.kind === 'day' ? value.toISOString().slice(0, 10) : value.toISOString();
  // A negative number is a number; a text that begins like a formula is kept from being run.
  return typeof value === 'string' ? escapeFormula(value) : String(value);
}

function escapeFormula(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
