import { readCsv } from './read-csv.ts';
import type { TableReading } from './reading.ts';
import { readXlsx } from './read-xlsx.ts';

/** What is already known of a file when it is read. */
export type KnownContent = {
  readonly bytes: Uint8Array;
  readonly kind: 'text' | 'zip';
  readonly name: string;
  readonly sheet?: string | undefined;
  readonly hidden?: boolean | undefined;
};

export async function readContent({ bytes, kind, name, sheet, hidden }: KnownContent): Promise<TableReading> {
  if (kind === 'text') return readCsv(bytes, name);
  return readXlsx(bytes, {
    ...(sheet === undefined ? {} : { sheet }),
    ...(hidden === undefined ? {} : { hidden }),
  });
}
