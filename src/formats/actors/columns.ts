import {
  organisationKinds,
  organisationLevels,
  postKinds,
  seatRoles,
  sectors,
  structureKinds,
  visibilities,
} from '#domain/actors/vocabulary.ts';
import type { ColumnSpec, TableColumn } from '#formats/tables/index.ts';
import { sentences, type Language } from '#words/index.ts';

/** What is imported and exported, and in the same form. */
export type ExchangeKind = 'organisations' | 'structures' | 'people';

const wordOf = (language: Language, key: string): string => sentences[language][key] ?? key;

/** Each value of a list with the words that people use for it, in every language; the value itself is understood too. */
function choicesOf(prefix: string, list: readonly string[]): Record<string, string[]> {
  return Object.fromEntries(
    list.map((value) => {
      const key = `actors.${prefix}.${value}`;
      return [value, [wordOf('es', key), wordOf('en', key), value]];
    }),
  );
}

const headers = (key: string): string[] => {
  const name = `actors.column.${key}`;
  return [wordOf('es', name), wordOf('en', name), key];
};

const text = <const Key extends string>(key: Key, maximumLength: number) =>
  ({ key, headers: headers(key), kind: 'text', maximumLength }) as const;
const needed = <const Key extends string>(key: Key, maximumLength: number) =>
  ({ ...text(key, maximumLength), required: true }) as const;
const code = <const Key extends string>(key: Key) => ({ key, headers: headers(key), kind: 'code' }) as const;
const day = <const Key extends string>(key: Key) => ({ key, headers: headers(key), kind: 'day' }) as const;
const choice = <const Key extends string>(
  key: Key,
  prefix: string,
  list: readonly string[],
  required = false,
) => ({ key, headers: headers(key), kind: 'choice', choices: choicesOf(prefix, list), required }) as const;

export const organisationColumns = [
  code('id'),
  code('territory'),
  needed('name', 300),
  text('short_name', 60),
  choice('kind', 'kind', organisationKinds, true),
  choice('sector', 'sector', sectors, true),
  choice('level', 'level', organisationLevels, true),
  text('parent', 300),
  text('mandate', 4000),
  text('website', 300),
  day('valid_from'),
  day('valid_to'),
] as const satisfies readonly ColumnSpec[];

export const structureColumns = [
  code('id'),
  code('territory'),
  needed('name', 300),
  choice('structure_kind', 'structure', structureKinds, true),
  text('mandate', 4000),
  text('legal_basis', 1000),
  text('secretariat', 300),
  day('valid_from'),
  day('valid_to'),
  text('seat', 200),
  choice('seat_role', 'seat', seatRoles),
  text('seat_organisation', 300),
  { key: 'has_vote', headers: headers('has_vote'), kind: 'yes-no' },
] as const satisfies readonly ColumnSpec[];

export const peopleColumns = [
  code('id'),
  code('territory'),
  needed('name', 200),
  text('organisation', 300),
  choice('post_kind', 'post', postKinds),
  text('post', 200),
  text('topic', 200),
  day('valid_from'),
  day('valid_to'),
  code('mobile'),
  code('phone'),
  text('email', 300),
  choice('visibility', 'visibility', visibilities),
] as const satisfies readonly ColumnSpec[];

const specsOf = {
  organisations: organisationColumns,
  structures: structureColumns,
  people: peopleColumns,
} as const;

/** What a sheet of a kind is called, in every language. */
export function sheetNames(kind: ExchangeKind): string[] {
  return [wordOf('es', `actors.sheet.${kind}`), wordOf('en', `actors.sheet.${kind}`), kind];
}

/** The columns as they are written: headers and choices in one language. */
export function writtenColumns(kind: ExchangeKind, language: Language): TableColumn[] {
  const at = language === 'es' ? 0 : 1;
  return specsOf[kind].map((spec: ColumnSpec) => ({
    key: spec.key,
    header: spec.headers[at] ?? spec.key,
    kind: spec.kind === 'day' ? 'day' : spec.kind === 'code' ? 'code' : 'text',
    ...(spec.choices ? { choices: Object.values(spec.choices).map((words) => words[at] ?? '') } : {}),
  }));
}

/** The word for a value of a list, in one language. */
export function wordFor(prefix: string, value: string | null, language: Language): string {
  return value === null ? '' : wordOf(language, `actors.${prefix}.${value}`);
}
