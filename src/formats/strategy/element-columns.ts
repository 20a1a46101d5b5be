import { ecologicalLevels } from '#domain/diagnosis/vocabulary.ts';
import { fold } from '#domain/shared/fold.ts';
import {
  indicatorDirections,
  inspireStrategies,
  preventionLevels,
  preventionTypes,
} from '#domain/strategy/vocabulary.ts';
import type { ColumnSpec, TableColumn } from '#formats/tables/index.ts';
import { sentences, type Language } from '#words/index.ts';

const wordOf = (language: Language, key: string): string => sentences[language][key] ?? key;

/** Each value of a list with the words that people use for it, in every language. */
function choicesOf<const Value extends string>(prefix: string, list: readonly Value[]) {
  return Object.fromEntries(
    list.map((value) => {
      const key = `${prefix}.${value}`;
      return [value, [wordOf('es', key), wordOf('en', key), value]];
    }),
  ) as Record<Value, string[]>;
}

const headers = (key: string): string[] => {
  const name = `strategy.column.${key}`;
  return [wordOf('es', name), wordOf('en', name), key];
};
const text = <const Key extends string>(key: Key, maximumLength: number) =>
  ({ key, headers: headers(key), kind: 'text', maximumLength }) as const;
const needed = <const Key extends string>(key: Key, maximumLength: number) =>
  ({ ...text(key, maximumLength), required: true }) as const;
const choice = <const Key extends string, const Value extends string>(
  key: Key,
  prefix: string,
  list: readonly Value[],
) => ({ key, headers: headers(key), kind: 'choice', choices: choicesOf(prefix, list) }) as const;

/** A sheet of elements, in reading order: a row stands under the last one before it that is one level further out. */
export const elementColumns = [
  { key: 'level', headers: headers('level'), kind: 'integer', required: true },
  { key: 'code', headers: headers('code'), kind: 'code' },
  needed('title', 500),
  text('description', 4000),
  choice('prevention_level', 'strategy.prevention-level', preventionLevels),
  text('prevention_types', 500),
  text('inspire', 800),
  text('ecological_levels', 500),
  text('lead', 2000),
  text('support', 4000),
] as const satisfies readonly ColumnSpec[];

/** A sheet of indicators, each beside the code of its element, or else its title, or else its row as "#12". */
export const indicatorColumns = [
  needed('element', 500),
  needed('indicator', 300),
  needed('unit', 100),
  choice('direction', 'strategy.direction', indicatorDirections),
  text('source', 300),
  { key: 'baseline_value', headers: headers('baseline_value'), kind: 'number' },
  { key: 'baseline_year', headers: headers('baseline_year'), kind: 'integer' },
  text('targets', 1000),
] as const satisfies readonly ColumnSpec[];

/** What the sheets are called, in every language. */
export const elementSheetNames = [wordOf('es', 'strategy.sheet'), wordOf('en', 'strategy.sheet'), 'elements'];
export const indicatorSheetNames = [
  wordOf('es', 'strategy.sheet-indicators'),
  wordOf('en', 'strategy.sheet-indicators'),
  'indicators',
];

/** Columns as they are written: headers and choices in one language. */
export function writtenColumns(specs: readonly ColumnSpec[], language: Language): TableColumn[] {
  const at = language === 'es' ? 0 : 1;
  return specs.map((spec) => ({
    key: spec.key,
    header: spec.headers[at] ?? spec.key,
    kind: spec.kind === 'integer' || spec.kind === 'number' || spec.kind === 'code' ? spec.kind : 'text',
    ...(spec.choices ? { choices: Object.values(spec.choices).map((words) => words[at] ?? '') } : {}),
  }));
}

/** The word for a value of a list, in one language. */
export function elementWord(prefix: string, value: string, language: Language): string {
  return wordOf(language, `${prefix}.${value}`);
}

/** The lists whose values stand in one cell, parted by semicolons. */
export const cellLists = {
  prevention_types: { prefix: 'strategy.prevention-type', values: preventionTypes },
  inspire: { prefix: 'strategy.inspire', values: inspireStrategies },
  ecological_levels: { prefix: 'diagnosis.ecological', values: ecologicalLevels },
} as const;

/** The parts of a cell, parted by semicolons. */
export function partsOf(cell: string): string[] {
  return cell
    .split(/[;\n|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The values of a list that a cell names; the first that is not of the list is what is wrong. */
export function readList<Value extends string>(
  cell: string,
  list: { readonly prefix: string; readonly values: readonly Value[] },
): { readonly values: readonly Value[] } | { readonly unknown: string } {
  const words = choicesOf(list.prefix, list.values);
  const found = new Set<Value>();
  for (const part of partsOf(cell)) {
    const value = list.values.find((one) => words[one].some((word) => fold(word) === fold(part)));
    if (value === undefined) return { unknown: part };
    found.add(value);
  }
  return { values: list.values.filter((value) => found.has(value)) };
}
