import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { decodeText } from '../tables/decode-text.ts';
import { findDelimiter } from '../tables/find-delimiter.ts';
import { findHeaderRow } from '../tables/find-header-row.ts';
import { readTable, type SheetReading } from '../tables/index.ts';
import type { TextEncodingName } from '../tables/reading.ts';
import { recogniseContent } from '../tables/recognise-content.ts';
import { refuse } from '../tables/refusals.ts';

/** One row as text, numbered as the file numbers it. */
export type SourceRow = { readonly row: number; readonly cells: readonly string[] };

/** A file of figures, read row by row: however long it is, few rows are held at once. */
export type RowSource = {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: TextEncodingName | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  /** Sheets that hold something and are not hidden, and those that are. */
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly rows: number }[];
  readonly headerRow: number;
  readonly headers: readonly string[];
  /** Some of the first rows, for the guess at the layout. */
  readonly sample: readonly SourceRow[];
  /** The rows below the headers, from the beginning each time it is called. */
  readonly rows: () => AsyncIterable<SourceRow>;
};

const sampleBytes = 512 * 1024;
const sampleRows = 400;
/** Of a packed text file, once unpacked; more is taken for a bomb. */
const mostUnpackedBytes = 4 * 1024 ** 3;
const mostCells = 500;
/** No list of figures repeats itself so much that it packs better than this; zeros do. */
const mostPacking = 200;
const mostCharacters = 1 << 20;

/**
 * Opens a file of figures: delimited text, also packed with gzip, or a workbook. What a file is, its content says.
 * @param wanted the sheet and the row of the headers where somebody said so
 * @throws {Refusal} of the tables' refusals where it cannot be read as a table at all
 */
export async function openRows(
  path: string,
  wanted: { readonly fileName: string; readonly sheet?: string | null; readonly headerRow?: number | null },
): Promise<RowSource> {
  const opening = await firstBytes(path, sampleBytes);
  const isPacked = opening[0] === 0x1f && opening[1] === 0x8b;
  const sample = isPacked ? await firstUnpacked(path) : opening;
  const kind = recogniseContent(sample);
  if (kind === 'zip' && !isPacked) return workbookRows(path, wanted);
  if (kind !== 'text') throw refuse(kind === 'zip' ? 'table.archive' : kind);
  return textRows(path, sample, isPacked, wanted);
}

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function firstUnpacked(path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const file = createReadStream(path);
  const unpacked = file.pipe(createGunzip());
  file.on('error', (problem) => unpacked.destroy(problem));
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= sampleBytes) break;
    }
  } catch {
    throw refuse('table.unreadable');
  } finally {
    file.destroy();
    unpacked.destroy();
  }
  return Buffer.concat(chunks);
}

async function textRows(
  path: string,
  sample: Buffer,
  isPacked: boolean,
  wanted: { readonly headerRow?: number | null },
): Promise<RowSource> {
  // The last character of the sample may be cut in two; the last line is.
  const whole = sample.length < sampleBytes ? sample : sample.subarray(0, sample.lastIndexOf(10) + 1);
  const { text, encoding } = decodeText(whole);
  const { delimiter, declared } = findDelimiter(text);
  const opening: SourceRow[] = [];
  const all = () => records(path, { encoding, delimiter, isPacked, skips: declared ? 1 : 0 });
  for await (const row of all()) {
    if (row.cells.some((cell) => cell.trim() !== '')) opening.push(row);
    if (opening.length > sampleRows) break;
  }
  const headerRow = wanted.headerRow ?? headerRowOf(opening);
  const header = opening.find(({ row }) => row === headerRow);
  if (!header) throw refuse('table.empty');
  const headers = namesOf(header.cells);
  return {
    format: 'csv',
    encoding,
    delimiter,
    sheet: null,
    sheets: [],
    headerRow,
    headers,
    sample: opening.filter(({ row }) => row > headerRow),
    async *rows() {
      for await (const row of all()) if (row.row > headerRow) yield row;
    },
  };
}

function headerRowOf(rows: readonly SourceRow[]): number {
  const typed = rows.slice(0, 40).map(({ row, cells }) => ({
    number: row,
    cells: cells.map((text) => ({ text, type: text === '' ? ('empty' as const) : ('text' as const) })),
  }));
  return findHeaderRow(typed) ?? 1;
}

/** Headers told apart: blank ones have none, repeated ones get their number, «Total», «Total #2». */
export function namesOf(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell) => {
    const name = cell.replaceAll(/\s+/g, ' ').trim();
    if (name === '') return '';
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} #${times}`;
  });
}

type TextForm = {
  readonly encoding: TextEncodingName;
  readonly delimiter: string;
  readonly isPacked: boolean;
  readonly skips: number;
};

async function* records(path: string, form: TextForm): AsyncGenerator<SourceRow> {
  const parser = parse({
    delimiter: form.delimiter,
    relax_column_count: true,
    relax_quotes: true,
    bom: true,
    trim: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: mostCharacters,
    from_line: form.skips + 1,
  });
  const steps = [
    createReadStream(path, { highWaterMark: 1 << 20 }),
    ...(form.isPacked ? [createGunzip(), limitTo(await mostUnpacked(path))] : []),
    ...(form.encoding === 'utf-8' ? [] : [iconv.decodeStream(form.encoding) as unknown as Transform]),
    parser,
  ];
  const flow = pipeline(steps as unknown as [Readable, Transform]);
  flow.catch(() => undefined);
  let row = form.skips;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1;
      if (record.length > mostCells) throw refuse('table.too-many-cells', { values: { columns: mostCells } });
      yield { row, cells: record };
    }
    await flow;
  } catch (problem) {
    if (problem instanceof CsvError) throw refuse('table.unreadable', { values: { row } });
    throw isOfZlib(problem) ? refuse('table.unreadable') : problem;
  } finally {
    (steps[0] as Readable).destroy();
  }
}

async function mostUnpacked(path: string): Promise<number> {
  const { size } = await stat(path);
  return Math.min(mostUnpackedBytes, Math.max(sampleBytes, size * mostPacking));
}

function isOfZlib(problem: unknown): boolean {
  return (problem as { code?: string } | null)?.code?.startsWith('Z_') === true;
}

function limitTo(most: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      done(size > most ? refuse('table.unpacks-too-large') : null, chunk);
    },
  });
}

async function workbookRows(
  path: string,
  wanted: { readonly fileName: string; readonly sheet?: string | null; readonly headerRow?: number | null },
): Promise<RowSource> {
  if ((await stat(path)).size > 50 * 1024 * 1024)
    throw refuse('table.too-large', { values: { megabytes: 50 } });
  const asked = wanted.sheet ?? undefined;
  const reading = await readTable(await readFile(path), {
    fileName: wanted.fileName,
    ...(asked === undefined ? {} : { sheet: asked }),
  });
  const filled = reading.sheets.filter(({ rows }) => rows.length > 0);
  const sheet = asked === undefined ? longest(filled) : filled.find(({ name }) => name === asked);
  const headerRow = wanted.headerRow ?? sheet?.headerRow ?? null;
  const header = sheet?.rows.find(({ number }) => number === headerRow);
  if (!sheet || !header || headerRow === null) throw refuse('table.empty');
  const below = sheet.rows
    .filter(({ number }) => number > headerRow)
    .map(({ number, cells }) => ({ row: number, cells: cells.map(({ text }) => text) }));
  return {
    format: reading.format,
    encoding: reading.encoding,
    delimiter: reading.delimiter,
    sheet: sheet.name,
    sheets: reading.sheets.map(({ name, hidden, rows }) => ({ name, hidden, rows: rows.length })),
    headerRow,
    headers: namesOf(header.cells.map(({ text }) => text)),
    sample: below.slice(0, sampleRows),
    rows: () => Readable.from(below),
  };
}

// A cover sheet comes first and says little: the figures are where most rows are.
function longest(sheets: readonly SheetReading[]): SheetReading | undefined {
  return sheets.toSorted((one, other) => other.rows.length - one.rows.length)[0];
}
