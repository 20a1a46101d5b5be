import { findPersonalText } from '#domain/actors/personal-text.ts';
import { sheetFields, type SheetField } from '#domain/agreements/sheet-fields.ts';
import type { SheetRow } from '#domain/agreements/sheet-shapes.ts';
import { fold } from '#domain/shared/fold.ts';
import { readDue } from './read-due.ts';

type Cells = Readonly<Record<SheetField, string | null>>;

const nothing = new Set(['', '-', '—', 'n/a', 'n/d', 'na', 'nd', 'no aplica', 'por definir', 'tbd']);
const total = /^(sub)?total(es)?\b|^suma\b/;

/**
 * The rows of a list under its headers, each cell by what its column says. Blank rows, rows of totals and headers that are
 * repeated on every printed page say nothing and are left out; a cell of "-" or "N/D" is empty.
 */
export function readList(
  rows: readonly { readonly number: number; readonly cells: readonly string[] }[],
  mapping: { readonly headerRow: number; readonly columns: Readonly<Record<SheetField, number | null>> },
): SheetRow[] {
  const headers = rows.find(({ number }) => number === mapping.headerRow)?.cells ?? [];
  const isHeaderAgain = (cells: readonly string[]) =>
    cells.map(fold).join('|') === headers.map(fold).join('|');
  return rows
    .filter(({ number, cells }) => number > mapping.headerRow && !isHeaderAgain(cells))
    .flatMap(({ number, cells: texts }): SheetRow[] => {
      const cells = cellsOf(texts, mapping.columns);
      const said = [cells.what, cells.obligor, cells.due].filter((text) => text !== null);
      const opening = fold(texts.find((text) => text.trim() !== '') ?? '');
      if (said.length === 0 || (cells.due === null && total.test(opening))) return [];
      const due = cells.due === null ? null : readDue(cells.due);
      const start = cells.start === null ? null : readDue(cells.start);
      const personal = [cells.what, cells.proof, cells.office].flatMap((text) =>
        text === null ? [] : findPersonalText(text).map(({ kind }) => kind),
      );
      return [{ row: number, cells, due, start, personal: [...new Set(personal)] }];
    });
}

function cellsOf(texts: readonly string[], columns: Readonly<Record<SheetField, number | null>>): Cells {
  const textOf = (field: SheetField) => {
    const column = columns[field];
    const text = (column === null ? '' : (texts[column] ?? '')).replaceAll(/\s+/g, ' ').trim();
    return nothing.has(text.toLowerCase()) ? null : text.slice(0, 1000);
  };
  return Object.fromEntries(sheetFields.map((field) => [field, textOf(field)])) as Cells;
}
