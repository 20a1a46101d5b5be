import { tableLimits } from './limits.ts';
import { readCsv } from './read-csv.ts';
import type { TableReading } from './reading.ts';
import { readXlsx } from './read-xlsx.ts';
import { recogniseContent } from './recognise-content.ts';
import { refuse } from './refusals.ts';

export type ReadOptions = {
  /** Names the one sheet of a CSV; what a file is, its content says. */
  readonly fileName?: string;
  readonly mediaType?: string;
  /** Only this sheet, also when it is hidden. */
  readonly sheet?: string;
  /** Hidden sheets and rows too. */
  readonly hidden?: boolean;
};

/**
 * Reads a CSV or XLSX file into sheets of rows of text.
 * @throws {Refusal} of `tableRefusals` when the file cannot be read as a table at all
 */
export async function readTable(bytes: Uint8Array, options: ReadOptions = {}): Promise<TableReading> {
  if (bytes.length > tableLimits.maximumBytes) {
    throw refuse('table.too-large', {
      values: { megabytes: Math.floor(tableLimits.maximumBytes / 1_048_576) },
    });
  }
  const content = recogniseContent(bytes);
  if (content !== 'text' && content !== 'zip') throw refuse(content);
  const name = (options.fileName ?? 'CSV').replace(/^.*[\\/]/, '').replace(/\.\w+$/, '');
  const reading = content === 'zip' ? await readXlsx(bytes, options) : readCsv(bytes, name);
  const isEmpty = reading.sheets.every((sheet) => sheet.rows.length === 0);
  if (isEmpty && reading.problems.length === 0) throw refuse('table.empty');
  return reading;
}
