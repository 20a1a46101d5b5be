import { fold } from '#domain/shared/fold.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { type Parsed, parseDay, parseInteger, parseNumber, parseYesNo } from './parse-cell.ts';
import { type Cell, columnLetters, emptyCell, type Row, type SheetReading } from './reading.ts';

/** What a column is called and what it holds. */
export type ColumnSpec = {
  readonly key: string;
  /** Every header it goes by, in any language; accents, case and punctuation are forgiven. The first names it in messages. */
  readonly headers: readonly string[];
  readonly kind: 'text' | 'code' | 'integer' | 'number' | 'day' | 'yes-no' | 'choice';
  /** The column must be there and every row must have a value. */
  readonly required?: boolean;
  readonly maximumLength?: number;
  /** For `choice`: each value with the words people use for it. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
};

/** A cell with its place, so that whoever judges its meaning can name it. */
export type PlacedCell = Cell & { readonly address: string };

type ValueOf<Spec extends ColumnSpec> = Spec['kind'] extends 'integer' | 'number'
  ? number
  : Spec['kind'] extends 'yes-no'
    ? boolean
    : Spec extends { kind: 'choice'; choices: infer Choices }
      ? keyof Choices & string
      : string;

/** Null where the cell is empty, or holds something that is among the problems. */
export type RecordValues<Specs extends readonly ColumnSpec[]> = {
  readonly [Spec in Specs[number] as Spec['key']]: ValueOf<Spec> | null;
};

export type TableRecord<Specs extends readonly ColumnSpec[]> = {
  readonly row: number;
  readonly line?: number;
  readonly values: RecordValues<Specs>;
  readonly cells: Readonly<Record<Specs[number]['key'], PlacedCell>>;
};

export type RecordsReading<Specs extends readonly ColumnSpec[]> = {
  readonly records: readonly TableRecord<Specs>[];
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
  readonly headerRow: number | null;
};

type Placed = { readonly spec: ColumnSpec; readonly column: number };

/**
 * The rows of a sheet as records of named, typed values, with every problem at once.
 * Headers are found by name in any order; a column nobody asked for is told of, not refused.
 */
export function tableRecords<const Specs extends readonly ColumnSpec[]>(
  sheet: SheetReading,
  specs: Specs,
): RecordsReading<Specs> {
  const header = chooseHeader(sheet, specs);
  if (!header)
    return {
      records: [],
      problems: [{ code: 'table.no-headers', sheet: sheet.name }],
      notices: [],
      headerRow: null,
    };
  const { placed, problems, notices } = placeColumns(sheet.name, header, specs);
  const records: TableRecord<Specs>[] = [];
  for (const row of sheet.rows) {
    if (row.number <= header.number || isBlank(row, placed)) continue;
    records.push(readRow(sheet.name, row, specs, placed, problems));
  }
  return { records, problems, notices, headerRow: header.number };
}

// The guessed row, unless another near the top names more of the columns: the columns asked for know better.
function chooseHeader(sheet: SheetReading, specs: readonly ColumnSpec[]): Row | undefined {
  const score = (row: Row) => {
    const names = new Set(row.cells.map((cell) => fold(cell.text)));
    return specs.filter((spec) => spec.headers.some((header) => names.has(fold(header)))).length;
  };
  const ranked = sheet.rows
    .slice(0, 25)
    .map((row) => ({ row, score: score(row), guessed: row.number === sheet.headerRow }));
  ranked.sort((one, other) => other.score - one.score || Number(other.guessed) - Number(one.guessed));
  return ranked[0]?.row;
}

function placeColumns(sheet: string, header: Row, specs: readonly ColumnSpec[]) {
  const problems: Problem[] = [];
  const notices: Problem[] = [];
  const placed: Placed[] = [];
  for (const [column, cell] of header.cells.entries()) {
    const name = fold(cell.text);
    if (name === '') continue;
    const place = { sheet, row: header.number, cell: `${columnLetters(column)}${header.number}` };
    const spec = specs.find((one) => one.headers.some((known) => fold(known) === name));
    if (!spec) notices.push({ code: 'table.unknown-column', ...place, values: { header: cell.text } });
    else if (placed.some((one) => one.spec === spec)) {
      problems.push({ code: 'table.column-twice', ...place, field: spec.key, values: { header: cell.text } });
    } else placed.push({ spec, column });
  }
  for (const spec of specs) {
    if (!spec.required || placed.some((one) => one.spec === spec)) continue;
    const found = header.cells
      .map((cell) => cell.text)
      .filter((text) => text !== '')
      .join(', ');
    const values = { header: spec.headers[0] ?? spec.key, found };
    problems.push({ code: 'table.missing-column', sheet, row: header.number, field: spec.key, values });
  }
  return { placed, problems, notices };
}

function isBlank(row: Row, placed: readonly Placed[]): boolean {
  return placed.every(({ column }) => (row.cells[column]?.text ?? '').trim() === '');
}

function readRow<const Specs extends readonly ColumnSpec[]>(
  sheet: string,
  row: Row,
  specs: Specs,
  placed: readonly Placed[],
  problems: Problem[],
): TableRecord<Specs> {
  const values: Record<string, unknown> = {};
  const cells: Record<string, PlacedCell> = {};
  for (const spec of specs) {
    const column = placed.find((one) => one.spec === spec)?.column;
    const cell = (column === undefined ? undefined : row.cells[column]) ?? emptyCell;
    const address = column === undefined ? '' : `${columnLetters(column)}${row.number}`;
    cells[spec.key] = { ...cell, address };
    const parsed = column === undefined ? { value: null } : parseValue(cell, spec);
    values[spec.key] = 'fault' in parsed ? null : parsed.value;
    if (!('fault' in parsed)) continue;
    problems.push({
      code: parsed.fault,
      sheet,
      row: row.number,
      ...(row.line === undefined ? {} : { line: row.line }),
      cell: address,
      field: spec.key,
      values: { header: spec.headers[0] ?? spec.key, text: cell.text.slice(0, 100), ...limitsOf(spec) },
    });
  }
  const line = row.line === undefined ? {} : { line: row.line };
  // The keys are those of the columns asked for, which a loop cannot tell the compiler.
  return {
    row: row.number,
    ...line,
    values: values as RecordValues<Specs>,
    cells: cells as TableRecord<Specs>['cells'],
  };
}

function limitsOf(spec: ColumnSpec): Record<string, string | number> {
  const choices = Object.entries(spec.choices ?? {}).map(([value, words]) => words[0] ?? value);
  return {
    ...(spec.maximumLength === undefined ? {} : { maximum: spec.maximumLength }),
    ...(choices.length === 0 ? {} : { choices: choices.join(', ') }),
  };
}

function parseValue(cell: Cell, spec: ColumnSpec): Parsed<unknown> {
  // Already among the problems of the sheet, with the cell's name.
  if (cell.type === 'error') return { value: null };
  const text = cell.text
    .replaceAll(/[\u00a0\u200b\ufeff]/g, ' ')
    .trim()
    .normalize('NFC');
  if (text === '') return spec.required ? { fault: 'table.required' } : { value: null };
  switch (spec.kind) {
    case 'integer':
      return parseInteger(cell);
    case 'number':
      return parseNumber(cell);
    case 'day':
      return parseDay(cell);
    case 'yes-no':
      return parseYesNo(cell);
    case 'choice':
      return parseChoice(text, spec);
    default:
      return text.length > (spec.maximumLength ?? Infinity) ? { fault: 'table.too-long' } : { value: text };
  }
}

function parseChoice(text: string, spec: ColumnSpec): Parsed<string> {
  const word = fold(text);
  const chosen = Object.entries(spec.choices ?? {}).find(
    ([value, words]) => fold(value) === word || words.some((known) => fold(known) === word),
  );
  return chosen ? { value: chosen[0] } : { fault: 'table.not-a-choice' };
}
