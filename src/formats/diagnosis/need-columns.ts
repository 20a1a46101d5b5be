import {
  affectedGroups,
  ecologicalLevels,
  factorEffects,
  priorities,
  sourceKinds,
  violenceKinds,
  type AffectedGroup,
} from '#domain/diagnosis/vocabulary.ts';
import { fold } from '#domain/shared/fold.ts';
import type { ColumnSpec, TableColumn } from '#formats/tables/index.ts';
import { sentences, type Language } from '#words/index.ts';

const wordOf = (language: Language, key: string): string => sentences[language][key] ?? key;

/** Each value of a list with the words that people use for it, in every language. */
function choicesOf<const Value extends string>(prefix: string, list: readonly Value[]) {
  return Object.fromEntries(
    list.map((value) => {
      const key = `diagnosis.${prefix}.${value}`;
      return [value, [wordOf('es', key), wordOf('en', key), value]];
    }),
  ) as Record<Value, string[]>;
}

const headers = (key: string): string[] => {
  const name = `diagnosis.column.${key}`;
  return [wordOf('es', name), wordOf('en', name), key];
};

const text = <const Key extends string>(key: Key, maximumLength: number) =>
  ({ key, headers: headers(key), kind: 'text', maximumLength }) as const;
const needed = <const Key extends string>(key: Key, maximumLength: number) =>
  ({ ...text(key, maximumLength), required: true }) as const;
const code = <const Key extends string>(key: Key) => ({ key, headers: headers(key), kind: 'code' }) as const;
const choice = <const Key extends string, const Value extends string>(
  key: Key,
  prefix: string,
  list: readonly Value[],
  required = false,
) => ({ key, headers: headers(key), kind: 'choice', choices: choicesOf(prefix, list), required }) as const;

/** A file of needs, as it is read and as it is written. */
export const needColumns = [
  code('id'),
  code('territory'),
  needed('problem', 300),
  text('detail', 4000),
  needed('groups', 500),
  text('group_words', 200),
  choice('violence', 'violence', violenceKinds, true),
  choice('ecological_level', 'ecological', ecologicalLevels),
  text('factor', 300),
  choice('factor_effect', 'factor', factorEffects),
  choice('source_kind', 'source', sourceKinds),
  needed('source_title', 300),
  { key: 'source_date', headers: headers('source_date'), kind: 'day' },
  text('source_address', 500),
  { key: 'prioritised_on', headers: headers('prioritised_on'), kind: 'day', required: true },
  text('prioritised_by', 300),
  text('office', 200),
  choice('priority', 'priority', priorities, true),
  needed('priority_reason', 1000),
] as const satisfies readonly ColumnSpec[];

/** What the sheet is called, in every language. */
export const needSheetNames = [wordOf('es', 'diagnosis.sheet'), wordOf('en', 'diagnosis.sheet'), 'needs'];

/** The columns as they are written: headers and choices in one language. */
export function writtenNeedColumns(language: Language): TableColumn[] {
  const at = language === 'es' ? 0 : 1;
  return needColumns.map((spec: ColumnSpec) => ({
    key: spec.key,
    header: spec.headers[at] ?? spec.key,
    kind: spec.kind === 'day' ? 'day' : spec.kind === 'code' ? 'code' : 'text',
    ...(spec.choices ? { choices: Object.values(spec.choices).map((words) => words[at] ?? '') } : {}),
  }));
}

/** The word for a value of a list, in one language. */
export function needWord(prefix: string, value: string | null, language: Language): string {
  return value === null ? '' : wordOf(language, `diagnosis.${prefix}.${value}`);
}

const groupChoices = choicesOf('group', affectedGroups);

/** The groups that a cell names, parted by semicolons; the first that is not of the list is what is wrong. */
export function readGroups(cell: string): { groups: AffectedGroup[] } | { unknown: string } {
  const named = cell
    .split(/[;\n|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const found = new Set<AffectedGroup>();
  for (const part of named) {
    const group = affectedGroups.find((one) => groupChoices[one].some((word) => fold(word) === fold(part)));
    if (!group) return { unknown: part };
    found.add(group);
  }
  return { groups: affectedGroups.filter((group) => found.has(group)) };
}

/** The groups as one cell holds them. */
export function writeGroups(groups: readonly AffectedGroup[], language: Language): string {
  return groups.map((group) => needWord('group', group, language)).join('; ');
}
