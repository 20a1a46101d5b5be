import type { CellValue, ColumnDef, DataValidation, WriteSheet } from 'hucre/xlsx';
import { writeXlsx as writeWorkbook, writeXlsxStream } from 'hucre/xlsx';
import { columnLetters } from './reading.ts';
import { listsSheetName } from './read-xlsx.ts';
import type { TableColumn, TableRow, TableSheet, TableValue } from './writing.ts';

const formats = {
  text: '@',
  code: '@',
  integer: '#,##0',
  number: 'General',
  percent: '0.0%',
  day: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm',
} as const;
const lastRow = 1_048_576;

export async function writeXlsx(sheets: readonly TableSheet[]): Promise<Uint8Array> {
  const lists = collectLists(sheets);
  const written = sheets.map((sheet): WriteSheet => ({
    name: sheetName(sheet.name),
    columns: sheet.columns.map(columnOf),
    rows: [
      sheet.columns.map((column) => column.header),
      ...sheet.rows.map((row) => cellsOf(sheet.columns, row)),
    ],
    cells: new Map(sheet.columns.map((column, index) => [`0,${index}`, headerCell(column.header)])),
    freezePane: { rows: 1 },
    dataValidations: lists.filter((list) => list.sheet === sheet).map((list) => validationOf(list)),
  }));
  if (lists.length === 0) return writeWorkbook({ sheets: written });
  const height = Math.max(...lists.map((list) => list.choices.length));
  const rows = Array.from({ length: height }, (_, row) => lists.map((list) => list.choices[row] ?? null));
  return writeWorkbook({ sheets: [...written, { name: listsSheetName, rows, hidden: true }] });
}

/** The same for one sheet of any length, piece by piece. */
export async function* streamXlsx(
  columns: readonly TableColumn[],
  rows: AsyncIterable<TableRow>,
  name: string,
): AsyncGenerator<Uint8Array> {
  async function* values(): AsyncGenerator<CellValue[]> {
    for await (const row of rows) yield cellsOf(columns, row);
  }
  const definitions = columns.map((column) => ({ ...columnOf(column), header: column.header }));
  const stream = writeXlsxStream(values(), {
    name: sheetName(name),
    columns: definitions,
    freezePane: { rows: 1 },
  });
  const reader = stream.getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    await reader.cancel();
  }
}

type List = {
  readonly sheet: TableSheet;
  readonly column: number;
  readonly place: number;
  readonly choices: readonly string[];
};

// Lists longer than 255 characters, or with commas in them, only work from cells.
function collectLists(sheets: readonly TableSheet[]): List[] {
  const lists: List[] = [];
  for (const sheet of sheets) {
    for (const [column, { choices }] of sheet.columns.entries()) {
      if (choices?.length) lists.push({ sheet, column, place: lists.length, choices });
    }
  }
  return lists;
}

function validationOf(list: List): DataValidation {
  const from = columnLetters(list.place);
  const to = columnLetters(list.column);
  return {
    type: 'list',
    formula1: `${listsSheetName}!$${from}$1:$${from}$${list.choices.length}`,
    range: `${to}2:${to}${lastRow}`,
    allowBlank: true,
    // Proposed, not imposed: what does not fit is questioned when the file comes back.
    showErrorMessage: false,
  };
}

function columnOf(column: TableColumn): ColumnDef {
  return {
    numFmt: formats[column.kind ?? 'text'],
    width: column.width ?? Math.max(12, Math.min(40, column.header.length + 4)),
  };
}

function headerCell(header: string) {
  return { value: header, type: 'string' as const, style: { font: { bold: true }, numFmt: '@' } };
}

function cellsOf(columns: readonly TableColumn[], row: TableRow): CellValue[] {
  return columns.map((column) => valueOf(row[column.key], column.kind ?? 'text'));
}

function valueOf(value: TableValue, kind: NonNullable<TableColumn['kind']>): CellValue {
  if (value === null || value === undefined || value === '') return null;
  if (kind === 'text' || kind === 'code')
    return value instanceof Date ? value.toISOString() : withoutControls(String(value));
  if (typeof value === 'string' && (kind === 'day' || kind === 'moment') && !Number.isNaN(Date.parse(value)))
    return new Date(value);
  return typeof value === 'string' ? withoutControls(value) : value;
}

// XML has no way to write these.
function withoutControls(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\uFFFD');
}

function sheetName(name: string): string {
  return (
    name
      .replaceAll(/[[\]:*?/\\]/g, ' ')
      .replaceAll(/^'|'$/g, '')
      .slice(0, 31)
      .trim() || 'Datos'
  );
}
