import type { TableFormat } from './reading.ts';
import { streamCsv, writeCsv } from './write-csv.ts';
import { streamXlsx, writeXlsx } from './write-xlsx.ts';
import type { TableColumn, TableRow, TableSheet, WriteOptions } from './writing.ts';

/**
 * Sheets as a file. A CSV holds one.
 * @throws {TypeError} for several sheets as CSV
 */
export async function writeTable(
  sheets: readonly TableSheet[],
  format: TableFormat,
  options: WriteOptions = {},
): Promise<Uint8Array> {
  if (format === 'xlsx') return writeXlsx(sheets);
  const [sheet, ...more] = sheets;
  if (!sheet || more.length > 0) throw new TypeError('a CSV holds one sheet');
  return writeCsv(sheet, options);
}

/** Rows as they come from the database, as a file piece by piece: memory does not grow with them. */
export function streamTable(
  columns: readonly TableColumn[],
  rows: AsyncIterable<TableRow>,
  format: TableFormat,
  options: WriteOptions & { readonly name?: string } = {},
): AsyncGenerator<Uint8Array> {
  return format === 'csv'
    ? streamCsv(columns, rows, options)
    : streamXlsx(columns, rows, options.name ?? 'Datos');
}
