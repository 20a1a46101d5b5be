import { CsvError, parse } from 'csv-parse/sync';
import { gunzipSync } from 'node:zlib';
import { decodeText } from '../tables/decode-text.ts';
import { findDelimiter } from '../tables/find-delimiter.ts';

/** A file of answers: its columns, and its rows with the wanted columns alone. */
export type AnswersFile = {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
};

// What a file may come to once it is unpacked.
const mostBytes = 200_000_000;
const mostRows = 1_000_000;

/**
 * Reads answers from CSV, packed or not. Only the columns that are asked for leave it: what else a file holds about people is not even looked at.
 * @returns null for what is no such file, or unpacks to more than it may
 */
export function readAnswers(bytes: Uint8Array, wanted: readonly string[]): AnswersFile | null {
  const plain = unpack(bytes);
  if (!plain) return null;
  const { text } = decodeText(plain);
  const { delimiter } = findDelimiter(text);
  let columns: readonly string[] = [];
  const needed = new Set(wanted);
  try {
    const rows = parse(text, {
      delimiter,
      bom: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: mostRows + 1,
      columns: (head: string[]) => {
        columns = head.map((name) => name.trim());
        return columns.map((name) => (needed.has(name) ? name : false));
      },
    }) as unknown as Record<string, string>[];
    return rows.length > mostRows ? null : { columns, rows };
  } catch (problem) {
    if (problem instanceof CsvError) return null;
    throw problem;
  }
}

function unpack(bytes: Uint8Array): Uint8Array | null {
  if (!(bytes[0] === 0x1f && bytes[1] === 0x8b)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: mostBytes });
  } catch {
    return null;
  }
}
