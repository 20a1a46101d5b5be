import type { Cell as LibraryCell, CellValue, MergeRange, Sheet } from 'hucre/xlsx';
import type { Problem } from '#domain/shared/refusal.ts';
import { findHeaderRow } from './find-header-row.ts';
import { tableLimits } from './limits.ts';
import { type Cell, columnLetters, emptyCell, type Row } from './reading.ts';
import { shareCells } from './share-cells.ts';
import { tooManyCells } from './too-many-cells.ts';

export type Grid = {
  readonly rows: Row[];
  readonly headerRow: number | null;
  readonly problems: Problem[];
  readonly notices: Problem[];
};

const headersWithin = 20;

/** Rows of a worksheet, with what had to be done to read them. */
export function readGrid(sheet: Sheet, withHidden: boolean): Grid {
  const hidden = new Set([...(sheet.rowDefs ?? [])].filter(([, row]) => row.hidden).map(([index]) => index));
  const share = shareCells();
  const plain = sheet.rows.flatMap((values, index): Row[] => {
    if (!withHidden && hidden.has(index)) return [];
    const cells = values.map((value, column) =>
      share(makeCell(value, sheet.cells?.get(`${index},${column}`))),
    );
    return [{ number: index + 1, cells }];
  });
  const merges = sheet.merges ?? [];
  const headerRow = findHeaderRow(withoutBlankRows(unfold(plain, merges, headersWithin)));
  const rows = withoutBlankRows(unfold(plain, merges, headerRow ?? 0));
  refuseTooMany(rows);
  const hiddenWithText = [...hidden].filter((index) =>
    sheet.rows[index]?.some((value) => value !== null),
  ).length;
  const found = { rows, headerRow, hiddenRows: withHidden ? 0 : hiddenWithText };
  return { rows, headerRow, ...reportGrid(sheet, found) };
}

function makeCell(value: CellValue, detail: LibraryCell | undefined): Cell {
  const formula = detail?.formula === undefined ? {} : ({ formula: true } as const);
  if (
    detail?.type === 'error' ||
    (typeof value === 'string' && detail?.formula !== undefined && /^#[A-Z/0!?]+[!?A]?$/.test(value))
  ) {
    return { text: String(value ?? '#VALUE!'), type: 'error', ...formula };
  }
  if (value === null || value === '')
    return detail?.formula === undefined ? emptyCell : { ...emptyCell, ...formula };
  if (value instanceof Date) return { text: dayOf(value), type: 'date', ...formula };
  if (typeof value === 'number') return { ...numberCell(value, detail?.style?.numFmt ?? ''), ...formula };
  if (typeof value === 'boolean') return { text: String(value), type: 'boolean', ...formula };
  return { text: value, type: 'text', ...formula };
}

function numberCell(value: number, format: string): Cell {
  // Shown with zeros in front, so the person sees the code and means it.
  if (/^0+$/.test(format) && Number.isInteger(value) && value >= 0) {
    return { text: String(value).padStart(format.length, '0'), type: 'number' };
  }
  if (format.includes('%')) return { text: `${Number((value * 100).toPrecision(14))}%`, type: 'percent' };
  return { text: Math.abs(value) < 1e21 ? plainNumber(value) : String(value), type: 'number' };
}

function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}

// Excel keeps a time as a day of 1899 or 1900, and a day as midnight.
function dayOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = date.toISOString().split('T');
  const clock = time.slice(0, 5);
  if (date.getUTCFullYear() < 1900) return clock;
  return clock === '00:00' ? day : `${day} ${clock}`;
}

// A cell merged downwards stands for every row it spans; one merged sideways only among the headers,
// for below them it is a heading or a note, not a value of each column.
function unfold(rows: readonly Row[], merges: readonly MergeRange[], sidewaysUpToRow: number): Row[] {
  if (merges.length === 0) return [...rows];
  const byNumber = new Map(rows.map((row) => [row.number, [...row.cells]]));
  for (const merge of merges) {
    const source = byNumber.get(merge.startRow + 1)?.[merge.startCol];
    if (!source || source.type === 'empty') continue;
    const lastColumn = merge.startRow + 1 <= sidewaysUpToRow ? merge.endCol : merge.startCol;
    const lastRow = Math.min(merge.endRow, merge.startRow + tableLimits.maximumRows);
    for (let row = merge.startRow; row <= lastRow; row += 1) {
      const cells = byNumber.get(row + 1);
      if (!cells) continue;
      for (let column = merge.startCol; column <= Math.min(lastColumn, cells.length - 1); column += 1)
        cells[column] = source;
    }
  }
  return rows.map((row) => ({ ...row, cells: byNumber.get(row.number) ?? row.cells }));
}

function withoutBlankRows(rows: readonly Row[]): Row[] {
  return rows.filter((row) => row.cells.some((cell) => cell.type !== 'empty' && cell.text.trim() !== ''));
}

function refuseTooMany(rows: readonly Row[]): void {
  const width = Math.max(0, ...rows.slice(0, 1).map((row) => row.cells.length));
  if (rows.length > tableLimits.maximumRows || width > tableLimits.maximumColumns) throw tooManyCells();
}

type Found = {
  readonly rows: readonly Row[];
  readonly headerRow: number | null;
  readonly hiddenRows: number;
};

function reportGrid(sheet: Sheet, found: Found): { problems: Problem[]; notices: Problem[] } {
  const problems: Problem[] = [];
  const formulas: string[] = [];
  for (const row of found.rows) {
    for (const [column, cell] of row.cells.entries()) {
      if (cell.type !== 'error' && cell.formula !== true) continue;
      const place = { sheet: sheet.name, row: row.number, cell: `${columnLetters(column)}${row.number}` };
      if (cell.type === 'error')
        problems.push({ code: 'table.formula-error', ...place, values: { error: cell.text } });
      else if (cell.type === 'empty') problems.push({ code: 'table.formula-without-value', ...place });
      else formulas.push(place.cell);
    }
  }
  const notices: Problem[] = [];
  const [firstFormula] = formulas;
  if (firstFormula)
    notices.push({
      code: 'table.formulas',
      sheet: sheet.name,
      cell: firstFormula,
      values: { cells: formulas.length },
    });
  const [firstMerge] = sheet.merges ?? [];
  if (firstMerge) {
    const range = `${columnLetters(firstMerge.startCol)}${firstMerge.startRow + 1}:${columnLetters(firstMerge.endCol)}${firstMerge.endRow + 1}`;
    notices.push({
      code: 'table.merged-cells',
      sheet: sheet.name,
      cell: range,
      values: { ranges: sheet.merges?.length ?? 0 },
    });
  }
  if (found.hiddenRows > 0)
    notices.push({ code: 'table.hidden-rows', sheet: sheet.name, values: { rows: found.hiddenRows } });
  const hiddenColumns = (sheet.columns ?? []).flatMap((column, index) =>
    column.hidden && sheet.rows.some((row) => (row[index] ?? null) !== null) ? [columnLetters(index)] : [],
  );
  if (hiddenColumns.length > 0) {
    notices.push({
      code: 'table.hidden-columns',
      sheet: sheet.name,
      values: { columns: hiddenColumns.join(', ') },
    });
  }
  return { problems, notices };
}
