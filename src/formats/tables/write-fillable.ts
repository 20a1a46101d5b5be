import type { Cell, CellValue, DataValidation, WriteSheet } from 'hucre/xlsx';
import { writeXlsx as writeWorkbook } from 'hucre/xlsx';
import { columnLetters } from './reading.ts';
import { listsSheetName } from './read-xlsx.ts';

/** What one cell takes: any text, a number or one of some words, or one of a list. */
export type Fillable = {
  readonly kind: 'text' | 'number' | 'list';
  /** What may be chosen; of a number, the words that may stand in its place. */
  readonly choices: readonly string[];
  /** Shown beside the cell when it is entered. */
  readonly prompt: string;
};

export type FillableRow = {
  readonly cells: readonly (string | number | null)[];
  readonly fill: Fillable | null;
};

export type FillableBook = {
  readonly instructions: { readonly name: string; readonly lines: readonly string[] };
  readonly sheet: {
    readonly name: string;
    readonly headers: readonly {
      readonly title: string;
      readonly width: number;
      readonly hidden?: boolean;
    }[];
    readonly rows: readonly FillableRow[];
    /** The column that is filled in, from 0; everything else is locked. */
    readonly column: number;
    readonly error: { readonly title: string; readonly message: string };
  };
  /** By which the file is known when it comes back; on a hidden sheet. */
  readonly identity: { readonly name: string; readonly rows: readonly (readonly [string, string])[] };
};

const promptLength = 255;

/** A workbook to be filled in: one column is open, the rest is locked. */
export async function writeFillable(book: FillableBook): Promise<Uint8Array> {
  const lists = listsOf(book);
  const height = Math.max(1, ...lists.map((list) => list.length));
  const listRows = Array.from({ length: height }, (_, row) => lists.map((list) => list[row] ?? null));
  return writeWorkbook({
    activeSheet: 1,
    workbookProtection: { lockStructure: true },
    sheets: [
      {
        name: book.instructions.name,
        columns: [{ width: 100 }],
        rows: book.instructions.lines.map((line) => [line]),
        cells: new Map(
          book.instructions.lines.map((line, index) => [
            `${index},0`,
            { ...text(line), style: { font: { bold: index === 0 }, alignment: { wrapText: true } } },
          ]),
        ),
        protection: { sheet: true },
      },
      fillableSheet(book, lists),
      { name: listsSheetName, rows: listRows, hidden: true, protection: { sheet: true } },
      {
        name: book.identity.name,
        rows: book.identity.rows.map((row) => [...row]),
        hidden: true,
        protection: { sheet: true },
      },
    ],
  });
}

function fillableSheet({ sheet }: FillableBook, lists: readonly (readonly string[])[]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  for (const [index, { title }] of sheet.headers.entries())
    cells.set(`0,${index}`, {
      ...text(title),
      style: { font: { bold: true }, alignment: { wrapText: true }, numFmt: '@' },
    });
  for (const [row, { cells: values, fill }] of sheet.rows.entries()) {
    for (const [column, value] of values.entries()) {
      const isOpen = column === sheet.column && fill !== null;
      cells.set(`${row + 1},${column}`, {
        ...(typeof value === 'string' ? text(value) : {}),
        style: {
          alignment: { wrapText: true, vertical: 'top' },
          ...(isOpen
            ? {
                protection: { locked: false },
                fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF8E1' } },
                border: { bottom: { style: 'thin' }, top: { style: 'thin' } },
              }
            : {}),
        },
      });
    }
  }
  return {
    name: sheet.name,
    columns: sheet.headers.map(({ width, hidden }) => ({ width, ...(hidden ? { hidden } : {}) })),
    rows: [
      sheet.headers.map(({ title }) => title),
      ...sheet.rows.map((row) => [...row.cells] as CellValue[]),
    ],
    cells,
    freezePane: { rows: 1 },
    protection: { sheet: true, formatColumns: true, formatRows: true },
    dataValidations: sheet.rows.flatMap(({ fill }, index) => validationOf(sheet, fill, index + 2, lists)),
  };
}

function validationOf(
  sheet: FillableBook['sheet'],
  fill: Fillable | null,
  row: number,
  lists: readonly (readonly string[])[],
): DataValidation[] {
  if (fill === null) return [];
  const range = `${columnLetters(sheet.column)}${row}`;
  const said = {
    range,
    allowBlank: true,
    showInputMessage: true,
    inputMessage: fill.prompt.slice(0, promptLength),
    showErrorMessage: true,
    errorTitle: sheet.error.title.slice(0, 32),
    errorMessage: sheet.error.message.slice(0, promptLength),
  };
  if (fill.kind === 'list') {
    const place = columnLetters(lists.findIndex((list) => isSameList(list, fill.choices)));
    return [
      { ...said, type: 'list', formula1: `${listsSheetName}!$${place}$1:$${place}$${fill.choices.length}` },
    ];
  }
  if (fill.kind === 'text') return [];
  const words = fill.choices.map((word) => `${range}="${word.replaceAll('"', '""')}"`);
  return [{ ...said, type: 'custom', formula1: `OR(${[`ISNUMBER(${range})`, ...words].join(',')})` }];
}

function listsOf({ sheet }: FillableBook): (readonly string[])[] {
  const lists: (readonly string[])[] = [];
  for (const { fill } of sheet.rows) {
    if (fill?.kind !== 'list' || lists.some((list) => isSameList(list, fill.choices))) continue;
    lists.push(fill.choices);
  }
  return lists;
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, index) => word === other[index]);
}

// As text, so that nothing of it is ever calculated.
function text(value: string) {
  return { value, type: 'string' as const };
}
