import { findPersonalText } from '#domain/actors/personal-text.ts';
import { fold } from '#domain/shared/fold.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { readTable, tableRecords, type SheetReading } from '#formats/tables/index.ts';
import {
  organisationColumns,
  peopleColumns,
  sheetNames,
  structureColumns,
  type ExchangeKind,
} from './columns.ts';

type File = { readonly bytes: Uint8Array; readonly fileName: string; readonly mediaType: string };
type RowOf<Key extends string> = {
  readonly row: number;
  readonly cells: Readonly<Record<Key, string | null>>;
};

export type OrganisationLine = RowOf<(typeof organisationColumns)[number]['key']>;
export type StructureLine = Omit<
  RowOf<Exclude<(typeof structureColumns)[number]['key'], 'has_vote'>>,
  never
> & {
  readonly hasVote: boolean | null;
};
export type PersonLine = RowOf<(typeof peopleColumns)[number]['key']>;

export type ReadLines<Line> = {
  readonly lines: readonly Line[];
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
};

/** The organisations that a file speaks of. */
export async function readOrganisationLines(file: File): Promise<ReadLines<OrganisationLine>> {
  const { sheet, problems, notes } = await openSheet(file, 'organisations');
  const reading = tableRecords(sheet, organisationColumns);
  const lines = reading.records.map(({ row, values }) => ({ row, cells: { ...values } }));
  const texts = lines.flatMap((line) =>
    personalProblems(line.row, sheet.name, { mandate: line.cells.mandate }),
  );
  return {
    lines,
    problems: [...problems, ...reading.problems, ...texts],
    notes: [...notes, ...reading.notices],
  };
}

/** The structures that a file speaks of, a row for each seat. */
export async function readStructureLines(file: File): Promise<ReadLines<StructureLine>> {
  const { sheet, problems, notes } = await openSheet(file, 'structures');
  const reading = tableRecords(sheet, structureColumns);
  const lines = reading.records.map(({ row, values: { has_vote: hasVote, ...cells } }) => ({
    row,
    cells,
    hasVote,
  }));
  const texts = lines.flatMap(({ row, cells }) =>
    personalProblems(row, sheet.name, {
      mandate: cells.mandate,
      legal_basis: cells.legal_basis,
      seat: cells.seat,
    }),
  );
  return {
    lines,
    problems: [...problems, ...reading.problems, ...texts],
    notes: [...notes, ...reading.notices],
  };
}

/** The people that a file speaks of, each with an office and ways to reach them. */
export async function readPersonLines(file: File): Promise<ReadLines<PersonLine>> {
  const { sheet, problems, notes } = await openSheet(file, 'people');
  const reading = tableRecords(sheet, peopleColumns);
  const lines = reading.records.map(({ row, values }) => ({ row, cells: { ...values } }));
  const texts = lines.flatMap(({ row, cells }) =>
    personalProblems(row, sheet.name, { name: cells.name, post: cells.post, topic: cells.topic }),
  );
  return {
    lines,
    problems: [...problems, ...reading.problems, ...texts],
    notes: [...notes, ...reading.notices],
  };
}

/** The sheet that is named for what is asked, or else the first that shows. */
async function openSheet(
  file: File,
  kind: ExchangeKind,
): Promise<{ sheet: SheetReading; problems: readonly Problem[]; notes: readonly Problem[] }> {
  const reading = await readTable(file.bytes, { fileName: file.fileName, mediaType: file.mediaType });
  const names = sheetNames(kind).map(fold);
  const shown = reading.sheets.filter((sheet) => !sheet.hidden && sheet.rows.length > 0);
  const sheet = shown.find((one) => names.includes(fold(one.name))) ?? shown[0];
  const empty: SheetReading = { name: file.fileName, hidden: false, rows: [], headerRow: null };
  const ofSheet = (problem: Problem) => problem.sheet === undefined || problem.sheet === sheet?.name;
  return {
    sheet: sheet ?? empty,
    problems: reading.problems.filter(ofSheet),
    notes: reading.notices.filter(ofSheet),
  };
}

function personalProblems(
  row: number,
  sheet: string,
  fields: Readonly<Record<string, string | null>>,
): Problem[] {
  return Object.entries(fields).flatMap(([field, text]) =>
    findPersonalText(text ?? '').map(({ kind }) => ({ code: `actors.personal-${kind}`, row, sheet, field })),
  );
}
