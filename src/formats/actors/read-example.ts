import { parse } from 'csv-parse/sync';

/** The files of `packs/<country>/example/`: invented operations of a demonstration, people named by their role. */
export const exampleFiles = [
  'people.csv',
  'posts.csv',
  'structures.csv',
  'seats.csv',
  'work.csv',
  'needs.csv',
  'absences.csv',
  'inventory.csv',
  'paths.csv',
  'commitments.csv',
  'targets.csv',
] as const;
export type ExampleFile = (typeof exampleFiles)[number];

type Row = Readonly<Record<string, string>>;
export type Example = Readonly<Record<ExampleFile, readonly Row[]>>;

/** Reads the texts of an example; a file that is absent has no rows. */
export function readExample(texts: Readonly<Partial<Record<ExampleFile, string>>>): Example {
  const rows = (file: ExampleFile): Row[] =>
    parse(texts[file] ?? '', { columns: true, bom: true, skip_empty_lines: true });
  return Object.fromEntries(exampleFiles.map((file) => [file, rows(file)])) as Record<ExampleFile, Row[]>;
}

/** A cell's text, or null where it is empty. */
export function cell(row: Row, name: string): string | null {
  const text = row[name]?.trim() ?? '';
  return text === '' ? null : text;
}
