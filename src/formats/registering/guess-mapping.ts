import { sheetFields, type SheetField } from '#domain/agreements/sheet-fields.ts';
import { fold } from '#domain/shared/fold.ts';
import type { Row, SheetReading } from '#formats/tables/index.ts';
import { readDue } from './read-due.ts';
import { headersOf } from './sheet-headers.ts';

/** Which sheet, which row holds the headers, and which column (from 0) says what; null: nowhere in the sheet. */
export type SheetMapping = {
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: Readonly<Record<SheetField, number | null>>;
};

const rowsLookedAt = 30;

/** How well a header names a field: 3 as people head it, 1 where it only contains such words, 0 not at all. */
export function likenessOfHeader(header: string, field: SheetField): number {
  const name = fold(header);
  if (name === '') return 0;
  const known = headersOf[field].map(fold);
  if (known.includes(name)) return 3;
  return known.some((one) => ` ${name} `.includes(` ${one} `)) ? 1 : 0;
}

/**
 * Guesses what a stranger's list says where: the visible sheet and the row whose cells name most fields, then for each field the
 * best header, and for a day without a header the column that is mostly days. A person corrects it.
 */
export function guessMapping(sheets: readonly SheetReading[]): SheetMapping | null {
  const candidates = sheets
    .filter((sheet) => !sheet.hidden && sheet.rows.length > 0)
    .flatMap((sheet) =>
      sheet.rows.slice(0, rowsLookedAt).map((row) => ({ sheet, row, columns: columnsOf(row) })),
    );
  const best = candidates
    .map((one) => ({ ...one, score: scoreOf(one) }))
    .toSorted((one, other) => other.score - one.score)[0];
  if (!best) return null;
  const columns = { ...best.columns };
  if (columns.due === null) columns.due = columnOfDays(best.sheet, best.row, Object.values(columns));
  return { sheet: best.sheet.name, headerRow: best.row.number, columns };
}

function scoreOf({
  sheet,
  row,
  columns,
}: {
  sheet: SheetReading;
  row: Row;
  columns: Record<SheetField, number | null>;
}) {
  const named = Object.values(columns).filter((column) => column !== null).length;
  const below = sheet.rows.filter((other) => other.number > row.number).length;
  return (
    named * 10 +
    (columns.what === null ? 0 : 5) +
    (row.number === sheet.headerRow ? 2 : 0) +
    Math.min(below, 1)
  );
}

/** For each field the column that names it best; each column says one thing. */
function columnsOf(row: Row): Record<SheetField, number | null> {
  const pairs = sheetFields.flatMap((field) =>
    row.cells.map((cell, column) => ({ field, column, likeness: likenessOfHeader(cell.text, field) })),
  );
  const columns = Object.fromEntries(sheetFields.map((field) => [field, null])) as Record<
    SheetField,
    number | null
  >;
  const taken = new Set<number>();
  for (const { field, column, likeness } of pairs.toSorted((one, other) => other.likeness - one.likeness)) {
    if (likeness === 0 || columns[field] !== null || taken.has(column)) continue;
    columns[field] = column;
    taken.add(column);
  }
  return columns;
}

function columnOfDays(sheet: SheetReading, header: Row, taken: readonly (number | null)[]): number | null {
  const below = sheet.rows.filter((row) => row.number > header.number).slice(0, 200);
  const width = Math.max(0, ...below.map((row) => row.cells.length));
  const shares = Array.from({ length: width }, (_, column) => {
    const filled = below.flatMap((row) => {
      const text = row.cells[column]?.text.trim() ?? '';
      return text === '' ? [] : [text];
    });
    const days = filled.filter((text) => 'day' in readDue(text)).length;
    return { column, share: filled.length === 0 ? 0 : days / filled.length };
  });
  const found = shares
    .filter(({ column }) => !taken.includes(column))
    .toSorted((one, other) => other.share - one.share)[0];
  return found && found.share >= 0.6 ? found.column : null;
}

/** What tells one layout of list from another, so that a mapping that was corrected is remembered: its headers, folded. */
export function signatureOf(header: { readonly cells: readonly string[] }): string {
  return header.cells.map(fold).join('|').slice(0, 1000);
}
