import { fold } from '#domain/shared/fold.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { readTable, type Cell, type Row, type SheetReading } from '#formats/tables/index.ts';
import { knownHeadersIn, type PlaceKind } from './operating-plan-columns.ts';

type File = { readonly bytes: Uint8Array; readonly fileName: string; readonly mediaType: string };

/** A sheet of any layout as it was sent: its headers, and under them its rows as text. Kept as it is while its columns are settled. */
export type OperatingPlan = {
  readonly sheet: string;
  readonly headers: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** The year that the sheet says above its rows or in its name; null where it says none. */
  readonly year: number | null;
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
};

const headersWithin = 25;

/** Reads the sheet with the most headers that are known, under whatever titles stand above it. */
export async function readOperatingPlan(file: File, kinds: readonly PlaceKind[]): Promise<OperatingPlan> {
  const reading = await readTable(file.bytes, { fileName: file.fileName, mediaType: file.mediaType });
  const shown = reading.sheets.filter((sheet) => !sheet.hidden && sheet.rows.length > 0);
  const ranked = shown
    .map((sheet) => ({ sheet, header: headerOf(sheet, kinds) }))
    .toSorted((one, other) => other.header.known - one.header.known);
  const best = ranked[0];
  if (!best) {
    const nothing = { sheet: file.fileName, headers: [], rows: [], year: null };
    return { ...nothing, problems: reading.problems, notes: reading.notices };
  }
  const { sheet, header } = best;
  const isOfSheet = (problem: Problem) => problem.sheet === undefined || problem.sheet === sheet.name;
  const above = sheet.rows.filter((row) => row.number < header.row);
  const titles = [file.fileName, sheet.name, ...above.flatMap((row) => row.cells.map((cell) => cell.text))];
  return {
    sheet: sheet.name,
    headers: header.texts,
    year: yearIn(titles),
    rows: sheet.rows
      .filter((row) => row.number > header.lastRow)
      .map((row) => ({ row: row.number, cells: row.cells.map(textOf) })),
    problems: reading.problems.filter(isOfSheet),
    notes: reading.notices.filter(isOfSheet),
  };
}

// A number with more than two decimals is no code, and money has none.
function textOf(cell: Cell): string {
  const text = cell.text.trim();
  return cell.type === 'number' && /\.\d{3,}$/.test(text) ? Number(text).toFixed(2) : text;
}

/** The row of headers, what they say, and the last row that belongs to them. */
type Header = {
  readonly row: number;
  readonly lastRow: number;
  readonly texts: readonly string[];
  readonly known: number;
};

// The row that names the most columns. A heading merged over several columns stands above it or it above others: both are told.
function headerOf(sheet: SheetReading, kinds: readonly PlaceKind[]): Header {
  const candidates = sheet.rows.slice(0, headersWithin).map((row) => {
    const texts = textsOf(row);
    const filled = texts.filter(Boolean).map(fold);
    const isDistinct = new Set(filled).size === filled.length;
    const isGuessed = row.number === sheet.headerRow;
    return { row, texts, known: knownHeadersIn(texts, kinds) * (isDistinct ? 2 : 1), isGuessed };
  });
  candidates.sort((one, other) => other.known - one.known || Number(other.isGuessed) - Number(one.isGuessed));
  const best = candidates[0];
  if (!best) return { row: 0, lastRow: 0, texts: [], known: 0 };
  const { row, known } = best;
  const before = sheet.rows.findLast((one) => one.number === row.number - 1);
  const after = sheet.rows.find((one) => one.number > row.number);
  if (after && isUnderHeadings(textsOf(after), best.texts)) {
    const headings = carried(best.texts, textsOf(after));
    return { row: row.number, lastRow: after.number, texts: joined(textsOf(after), headings), known };
  }
  const above = before ? textsOf(before) : [];
  // One text over the whole table is its title; several are headings of groups of columns.
  const headings = new Set(above.filter(Boolean)).size < 2 ? [] : above;
  return { row: row.number, lastRow: row.number, texts: joined(best.texts, headings), known };
}

const textsOf = (row: Row) => row.cells.map((cell) => cell.text.trim());

/** Whether a row only says more about the headers over it: every text repeats its header or stands under one that spans columns. */
function isUnderHeadings(texts: readonly string[], headers: readonly string[]): boolean {
  const spans = (index: number) => {
    const header = headers[index] ?? '';
    const isRepeated = headers[index + 1] === header || headers[index - 1] === header;
    return header === '' || isRepeated || (index + 1 < texts.length && (headers[index + 1] ?? '') === '');
  };
  const filled = [...texts.entries()].filter(([, text]) => text !== '');
  const isUnder = ([index, text]: [number, string]) =>
    !/\d/.test(text) && (fold(text) === fold(headers[index] ?? '') || spans(index));
  const isMore = filled.some(([index, text]) => fold(text) !== fold(headers[index] ?? ''));
  return filled.length > 1 && isMore && filled.every(isUnder);
}

/** A heading goes on over the empty cells beside it, where something stands under them. */
function carried(headers: readonly string[], under: readonly string[]): string[] {
  let last = '';
  const width = Math.max(headers.length, under.length);
  return Array.from({ length: width }, (_none, index) => {
    const header = headers[index] ?? '';
    if (header !== '') last = header;
    return header === '' && (under[index] ?? '') !== '' ? last : header;
  });
}

function joined(texts: readonly string[], headings: readonly string[]): string[] {
  const width = Math.max(texts.length, headings.length);
  return Array.from({ length: width }, (_none, index) => {
    const text = texts[index] ?? '';
    const heading = headings[index] ?? '';
    if (text === '') return heading;
    return heading === '' || fold(heading) === fold(text) ? text : `${text} (${heading})`;
  });
}

function yearIn(texts: readonly string[]): number | null {
  for (const text of texts) {
    const found = /(?<!\d)(20\d{2})(?!\d)/.exec(text);
    if (found) return Number(found[1]);
  }
  return null;
}
