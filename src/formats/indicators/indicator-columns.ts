import { periodKinds } from '#domain/indicators/period.ts';
import { compositions, countingUnits, directions, topics } from '#domain/indicators/vocabulary.ts';
import type { ColumnSpec, TableColumn } from '#formats/tables/index.ts';
import { sentences, type Language } from '#words/index.ts';

const wordOf = (language: Language, key: string): string => sentences[language][key] ?? key;

/** Each value of a list with the words that people use for it, in every language. */
function choicesOf<const Value extends string>(prefix: string, list: readonly Value[]) {
  return Object.fromEntries(
    list.map((value) => {
      const key = `indicators.${prefix}.${value}`;
      return [value, [wordOf('es', key), wordOf('en', key), value]];
    }),
  ) as Record<Value, string[]>;
}

const headers = (key: string): string[] => {
  const name = `indicators.column.${key}`;
  return [wordOf('es', name), wordOf('en', name), key];
};
const text = <const Key extends string>(key: Key, maximumLength: number) =>
  ({ key, headers: headers(key), kind: 'text', maximumLength }) as const;
const code = <const Key extends string>(key: Key) => ({ key, headers: headers(key), kind: 'code' }) as const;
const number = <const Key extends string>(key: Key) =>
  ({ key, headers: headers(key), kind: 'number' }) as const;
const choice = <const Key extends string, const Value extends string>(
  key: Key,
  prefix: string,
  list: readonly Value[],
) => ({ key, headers: headers(key), kind: 'choice', choices: choicesOf(prefix, list) }) as const;

/** A file of indicators, as it is read and as it is written. */
export const indicatorColumns = [
  { ...code('code'), required: true },
  text('title', 300),
  text('title_en', 300),
  choice('topic', 'topic', topics),
  choice('composition', 'composition', compositions),
  text('unit', 60),
  text('unit_en', 60),
  { key: 'decimals', headers: headers('decimals'), kind: 'integer' },
  choice('direction', 'direction', directions),
  { key: 'counts_people', headers: headers('counts_people'), kind: 'yes-no' },
  choice('counting_unit', 'counting-unit', countingUnits),
  code('numerator'),
  text('denominator', 60),
  code('whole'),
  number('multiplier'),
  choice('finest_period', 'period', periodKinds),
  number('low_bound'),
  number('high_bound'),
  text('framework', 60),
  code('sdg'),
  code('iccs'),
  text('dimensions', 500),
  text('definition', 4000),
  text('definition_en', 4000),
  text('numerator_words', 1000),
  text('numerator_words_en', 1000),
  text('denominator_words', 1000),
  text('denominator_words_en', 1000),
  text('method', 4000),
  text('method_en', 4000),
  text('limits', 4000),
  text('limits_en', 4000),
] as const satisfies readonly ColumnSpec[];

/** What the sheet is called, in every language. */
export const indicatorSheetNames = [
  wordOf('es', 'indicators.sheet'),
  wordOf('en', 'indicators.sheet'),
  'indicators',
];

/** The words for the people of the territory, as a denominator. */
export const populationWords = [
  wordOf('es', 'indicators.population'),
  wordOf('en', 'indicators.population'),
  'population',
];

/** The columns as they are written: headers and choices in one language. */
export function writtenIndicatorColumns(language: Language): TableColumn[] {
  const at = language === 'es' ? 0 : 1;
  return indicatorColumns.map((spec: ColumnSpec) => ({
    key: spec.key,
    header: spec.headers[at] ?? spec.key,
    kind: writtenKind(spec),
    ...(spec.choices ? { choices: Object.values(spec.choices).map((words) => words[at] ?? '') } : {}),
  }));
}

function writtenKind({ kind }: ColumnSpec): 'code' | 'number' | 'integer' | 'text' {
  return kind === 'code' || kind === 'number' || kind === 'integer' ? kind : 'text';
}

/** The word for a value of a list, in one language. */
export function indicatorWord(prefix: string, value: string | null, language: Language): string {
  return value === null ? '' : wordOf(language, `indicators.${prefix}.${value}`);
}
