import { findPersonalText } from '#domain/actors/personal-text.ts';
import { affectedGroups, type AffectedGroup } from '#domain/diagnosis/vocabulary.ts';
import { fold } from '#domain/shared/fold.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { readTable, tableRecords, type SheetReading } from '#formats/tables/index.ts';
import { sentences } from '#words/index.ts';
import { needColumns, needSheetNames, readGroups } from './need-columns.ts';

type File = { readonly bytes: Uint8Array; readonly fileName: string; readonly mediaType: string };
type Cells = ReturnType<typeof tableRecords<typeof needColumns>>['records'][number]['values'];

export type NeedLine = {
  readonly row: number;
  readonly cells: Cells;
  /** Null where the cell is empty or names a group that is not of the list. */
  readonly groups: readonly AffectedGroup[] | null;
};

export type ReadNeeds = {
  readonly lines: readonly NeedLine[];
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
};

const freeText = [
  'problem',
  'detail',
  'group_words',
  'factor',
  'source_title',
  'office',
  'priority_reason',
] as const;

/** The needs that a file speaks of: its sheet named for them, or else the first that shows. */
export async function readNeedLines(file: File): Promise<ReadNeeds> {
  const reading = await readTable(file.bytes, { fileName: file.fileName, mediaType: file.mediaType });
  const names = needSheetNames.map(fold);
  const shown = reading.sheets.filter((one) => !one.hidden && one.rows.length > 0);
  const empty: SheetReading = { name: file.fileName, hidden: false, rows: [], headerRow: null };
  const sheet = shown.find((one) => names.includes(fold(one.name))) ?? shown[0] ?? empty;
  const ofSheet = (problem: Problem) => problem.sheet === undefined || problem.sheet === sheet.name;
  const table = tableRecords(sheet, needColumns);
  const problems: Problem[] = [...reading.problems.filter(ofSheet), ...table.problems];
  const lines = table.records.map(({ row, values }): NeedLine => {
    for (const field of freeText) {
      const found = findPersonalText(values[field] ?? '');
      problems.push(
        ...found.map(({ kind }) => ({ code: `actors.personal-${kind}`, row, sheet: sheet.name, field })),
      );
    }
    const read = values.groups === null ? null : readGroups(values.groups);
    if (read && 'unknown' in read) problems.push(unknownGroup(row, sheet.name, read.unknown));
    return { row, cells: values, groups: read && 'groups' in read ? read.groups : null };
  });
  return { lines, problems, notes: [...reading.notices.filter(ofSheet), ...table.notices] };
}

function unknownGroup(row: number, sheet: string, text: string): Problem {
  const choices = affectedGroups.map((group) => sentences.es[`diagnosis.group.${group}`] ?? group).join('; ');
  return { code: 'diagnosis.not-a-group', row, sheet, field: 'groups', values: { text, choices } };
}
