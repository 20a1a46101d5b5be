import { CsvError, parse } from 'csv-parse/sync';
import type { Problem } from '#domain/shared/refusal.ts';

/** One row of a file of a pack: its number as a spreadsheet shows it, and its cells by column. */
export type PackRow<Column extends string> = {
  readonly row: number;
  readonly cells: Readonly<Record<Column, string>>;
};

/** Reads a CSV file whose columns are known. Every cell stays text: codes keep their zeros. */
export function readRows<Column extends string>(
  sheet: string,
  text: string,
  columns: readonly Column[],
): { rows: PackRow<Column>[]; problems: Problem[] } {
  const parsed = parseRecords(text);
  if (parsed instanceof CsvError) {
    return {
      rows: [],
      problems: [{ code: 'territories.not-csv', sheet, row: Number(parsed['lines'] ?? 1) }],
    };
  }
  const [header = [], ...records] = parsed;
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    return {
      rows: [],
      problems: [
        { code: 'territories.columns-missing', sheet, row: 1, values: { names: missing.join(', ') } },
      ],
    };
  }
  const problems = records.flatMap((record, index) =>
    record.length === header.length ? [] : [{ code: 'territories.row-uneven', sheet, row: index + 2 }],
  );
  const rows = records.map((record, index) => ({
    row: index + 2,
    cells: Object.fromEntries(
      columns.map((column) => [column, (record[header.indexOf(column)] ?? '').trim()]),
    ) as Record<Column, string>,
  }));
  return { rows, problems };
}

function parseRecords(text: string): string[][] | CsvError {
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch (problem) {
    if (problem instanceof CsvError) return problem;
    throw problem;
  }
}
