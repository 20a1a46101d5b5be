import { stringify } from 'csv-stringify/sync';
import type { Problem } from '#domain/shared/refusal.ts';
import { readTable, tableRecords } from '../tables/index.ts';

/** The columns of a territories file, in order: others script against them. */
export const territoriesColumns = [
  'code',
  'name',
  'kind',
  'parent_code',
  'iso_code',
  'valid_from',
  'valid_to',
  'population',
  'population_year',
  'longitude',
  'latitude',
] as const;

export type TerritoriesColumn = (typeof territoriesColumns)[number];

/** One row of a territories file. */
export type TerritoryLine = {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parent_code: string | null;
  readonly iso_code: string | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly population: number | null;
  readonly population_year: number | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
};

/** Writes territories as CSV with plain line ends, exactly these columns. */
export function writeTerritoriesCsv(lines: readonly TerritoryLine[]): Uint8Array {
  const rows = lines.map((line) => territoriesColumns.map((column) => cellOf(line[column])));
  return new TextEncoder().encode(stringify([[...territoriesColumns], ...rows], { record_delimiter: '\n' }));
}

// A text that begins like a formula is kept from being run by a spreadsheet; reading takes the mark away again.
function cellOf(value: string | number | null): string {
  if (typeof value === 'string') return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return value === null ? '' : String(value);
}

const plain = (text: string) => text.replace(/^'(?=[=+\-@\t\r])/, '');

const specs = [
  { key: 'code', headers: ['code'], kind: 'code', required: true, maximumLength: 20 },
  { key: 'name', headers: ['name'], kind: 'text', required: true, maximumLength: 200 },
  { key: 'kind', headers: ['kind'], kind: 'text', required: true, maximumLength: 40 },
  { key: 'parent_code', headers: ['parent_code'], kind: 'code', maximumLength: 20 },
  { key: 'iso_code', headers: ['iso_code'], kind: 'code', maximumLength: 10 },
  { key: 'valid_from', headers: ['valid_from'], kind: 'day' },
  { key: 'valid_to', headers: ['valid_to'], kind: 'day' },
  { key: 'population', headers: ['population'], kind: 'integer' },
  { key: 'population_year', headers: ['population_year'], kind: 'integer' },
  { key: 'longitude', headers: ['longitude'], kind: 'number' },
  { key: 'latitude', headers: ['latitude'], kind: 'number' },
] as const;

/** Reads a territories file, every fault at once. Codes stay as they stand; whether they lost a zero is judged elsewhere. */
export async function readTerritoriesFile(
  bytes: Uint8Array,
  fileName: string,
): Promise<{ lines: { line: TerritoryLine; row: number }[]; problems: Problem[] }> {
  const table = await readTable(bytes, { fileName });
  const sheet = table.sheets.find((one) => one.rows.length > 0);
  if (!sheet) return { lines: [], problems: [...table.problems] };
  const reading = tableRecords(sheet, specs);
  const lines = reading.records.map(({ row, values }) => ({
    row,
    line: {
      ...values,
      code: plain(values.code ?? ''),
      name: plain(values.name ?? ''),
      kind: values.kind ?? '',
    },
  }));
  return { lines, problems: [...table.problems, ...reading.problems] };
}
