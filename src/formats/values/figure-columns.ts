import type { FigureState } from '#domain/values/figure.ts';
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
  held_at: 'code',
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
    state: word(language, `values.state.${line.state}`),
    unit: line.unit,
    held_at: line.heldAt,
    numerator: line.numerator,
    denominator: line.denominator,
    source: line.source,
  };
}
