import { open, readFile, stat } from 'node:fs/promises';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import type { Problem } from '#domain/shared/refusal.ts';
import type { RowProblem } from '#domain/values/import/read-row.ts';
import { asValueSet } from '../dhis2/csv-value-set.ts';
import { beginningOf, packingOf, unpackedBytes, type Packing } from './open-bytes.ts';
import { openValueSet } from '../dhis2/value-set-source.ts';
import { decodeText } from '../tables/decode-text.ts';
import { findDelimiter } from '../tables/find-delimiter.ts';
import { findHeaderRow } from '../tables/find-header-row.ts';
import { readTable, type SheetReading } from '../tables/index.ts';
import type { MergedCells, TextEncodingName } from '../tables/reading.ts';
import { recogniseContent } from '../tables/recognise-content.ts';
import { refuse } from '../tables/refusals.ts';

/** One row as text, numbered as the file numbers it; `fault` is what the format itself finds wrong with it. */
export type SourceRow = {
  readonly row: number;
  readonly cells: readonly string[];
  readonly fault?: RowProblem;
};

/** Formats in which systems exchange values: what each column says is known beforehand. */
export type ExchangeFormat = 'dhis2-json' | 'dhis2-csv' | 'dhis2-xml' | 'adx';

/** A file of figures, read row by row: however long it is, few rows are held at once. */
export type RowSource = {
  readonly format: 'csv' | 'xlsx' | ExchangeFormat;
  readonly encoding: TextEncodingName | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  /** Sheets that hold something and are not hidden, and those that are. */
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly rows: number }[];
  /** What the file is called and what stands above its headers. */
  readonly title?: string;
  readonly headerRow: number;
  readonly headers: readonly string[];
  /** Some of the first rows, for the guess at the layout. */
  readonly sample: readonly SourceRow[];
  /** What an exchange file holds and is not brought in: values deleted there, marks to look again, comments. */
  readonly left?: { readonly deleted: number; readonly followedUp: number; readonly comments: number };
  /** Of a workbook: cells below the headers that were merged, formulas without a value, and what was done to read it. */
  readonly grid?: {
    readonly merges: readonly MergedCells[];
    readonly problems: readonly Problem[];
    readonly notices: readonly Problem[];
  };
  /** The rows below the headers, from the beginning each time it is called. */
  readonly rows: () => AsyncIterable<SourceRow>;
};

const sampleBytes = 512 * 1024;
const sampleRows = 400;
const mostCells = 500;
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
  const exchanged = await openValueSet(path, opening);
  if (exchanged) return exchanged;
  const packing = packingOf(opening);
  const sample = packing === 'none' ? opening : await beginningOf(unpackedBytes(path, packing), sampleBytes);
  const kind = recogniseContent(sample);
  if (kind === 'zip' && packing === 'none') return workbookRows(path, wanted);
  if (kind !== 'text') throw refuse(kind === 'zip' ? 'table.archive' : kind);
  const rows = await textRows(path, sample, packing, wanted);
  return (await asValueSet(rows)) ?? rows;
}

/** Whether a file is of a format in which systems exchange values. */
export function isExchange({ format }: Pick<RowSource, 'format'>): boolean {
  return format !== 'csv' && format !== 'xlsx';
}

/** Whether a file has columns, so that a cell of it can be named. */
export function hasColumns({ format }: Pick<RowSource, 'format'>): boolean {
  return format === 'csv' || format === 'xlsx' || format === 'dhis2-csv';
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

async function textRows(
  path: string,
  sample: Buffer,
  packing: Packing,
  wanted: { readonly fileName: string; readonly headerRow?: number | null },
): Promise<RowSource> {
  // The last character of the sample may be cut in two; the last line is.
  const whole = sample.length < sampleBytes ? sample : sample.subarray(0, sample.lastIndexOf(10) + 1);
  const { text, encoding } = decodeText(whole);
  const { delimiter, declared } = findDelimiter(text);
  const opening: SourceRow[] = [];
  const all = () => records(path, { encoding, delimiter, packing, skips: declared ? 1 : 0 });
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
    title: titleOf(
      wanted.fileName,
      opening.filter(({ row }) => row < headerRow),
    ),
    headerRow,
    headers,
    sample: opening.filter(({ row }) => row > headerRow),
    async *rows() {
      for await (const row of all()) if (row.row > headerRow) yield row;
    },
  };
}

function titleOf(fileName: string, above: readonly { readonly cells: readonly string[] }[]): string {
  return [fileName, ...above.flatMap(({ cells }) => cells)].filter((text) => text !== '').join(' ');
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
  readonly packing: Packing;
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
  const bytes = Readable.from(unpackedBytes(path, form.packing), {
    objectMode: false,
    highWaterMark: 1 << 20,
  });
  const steps = [
    bytes,
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
    throw problem;
  } finally {
    bytes.destroy();
  }
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
    title: titleOf(
      wanted.fileName,
      sheet.rows
        .filter(({ number }) => number < headerRow)
        .map(({ cells }) => ({ cells: cells.map(({ text }) => text) })),
    ),
    headerRow,
    headers: namesOf(header.cells.map(({ text }) => text)),
    sample: below.slice(0, sampleRows),
    grid: {
      merges: (sheet.merges ?? []).filter(({ firstRow }) => firstRow > headerRow),
      problems: reading.problems.filter((one) => one.sheet === sheet.name && (one.row ?? 0) > headerRow),
      notices: reading.notices.filter((one) => one.sheet === sheet.name || one.code === 'table.hidden-sheet'),
    },
    rows: () => Readable.from(below),
  };
}

// A cover sheet comes first and says little: the figures are where most rows are.
function longest(sheets: readonly SheetReading[]): SheetReading | undefined {
  return sheets.toSorted((one, other) => other.rows.length - one.rows.length)[0];
}
