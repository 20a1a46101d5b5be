import { tableLimits } from './limits.ts';
import { readApart } from './read-apart.ts';
import { readContent } from './read-content.ts';
import type { TableReading } from './reading.ts';
import { recogniseContent } from './recognise-content.ts';
import { refuse } from './refusals.ts';
import { unpackedSize } from './unpack-workbook.ts';

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
  const kind = recogniseContent(bytes);
  if (kind !== 'text' && kind !== 'zip') throw refuse(kind);
  const name = (options.fileName ?? 'CSV').replace(/^.*[\\/]/, '').replace(/\.\w+$/, '');
  const content = { bytes, kind, name, sheet: options.sheet, hidden: options.hidden };
  // A workbook's XML is a stranger's: what it does to the parser, it does apart.
  const isApart =
    kind === 'zip'
      ? unpackedSize(bytes) > tableLimits.apartFromUnpackedBytes
      : bytes.length > tableLimits.apartFromBytes;
  const reading = await (isApart ? readApart(content) : readContent(content));
  const isEmpty = reading.sheets.every((sheet) => sheet.rows.length === 0);
  if (isEmpty && reading.problems.length === 0) throw refuse('table.empty');
  return reading;
}
