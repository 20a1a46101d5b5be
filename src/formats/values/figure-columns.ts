import type { FigureState, Reporting } from '#domain/values/figure.ts';
import type { TableColumn, TableRow } from '#formats/tables/index.ts';
import { sentences, type Language } from '#words/index.ts';

const kinds = {
  indicator: 'code',
  title: 'text',
  territory: 'code',
  territory_name: 'text',
  period: 'code',
  crossing: 'code',
  value: 'number',
  state: 'text',
  unit: 'text',
  low: 'number',
  high: 'number',
  method: 'text',
  held_at: 'code',
  territories: 'number',
  territories_of: 'number',
  reports: 'number',
  reports_of: 'number',
  answers: 'number',
  numerator: 'number',
  denominator: 'number',
  source: 'text',
} as const;

/** A cell as a line of a file. */
export type FigureLine = {
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly source: string;
  readonly territory: string;
  readonly name: string;
  readonly period: string;
  readonly crossing: string;
  readonly value: number | null;
  readonly state: FigureState;
  readonly heldAt: string | null;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly method: string | null;
  readonly reporting: Reporting | null;
  readonly answers: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
};

const word = (language: Language, key: string): string => sentences[language][key] ?? key;

/** The columns of a file of figures, in one language. */
export function figureColumns(language: Language): TableColumn[] {
  return Object.entries(kinds).map(([key, kind]) => ({
    key,
    header: word(language, `values.column.${key}`),
    kind,
  }));
}

/** One line of a file of figures. */
export function figureRow(line: FigureLine, language: Language): TableRow {
  return {
    indicator: line.code,
    title: line.title,
    territory: line.territory,
    territory_name: line.name,
    period: line.period,
    crossing: line.crossing,
    value: line.value,
    low: line.interval?.lower ?? null,
    high: line.interval?.upper ?? null,
    method: line.method === null ? null : word(language, `values.interval.${line.method}`),
    state: word(language, `values.state.${line.state}`),
    unit: line.unit,
    held_at: line.heldAt,
    territories: line.reporting?.territories ?? null,
    territories_of: line.reporting?.territoriesOf ?? null,
    reports: line.reporting?.reports ?? null,
    reports_of: line.reporting?.reportsOf ?? null,
    answers: line.answers,
    numerator: line.numerator,
    denominator: line.denominator,
    source: line.source,
  };
}
