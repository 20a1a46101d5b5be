import type { TableColumn, TableSheet } from '#formats/tables/index.ts';
import { sentences, type Language } from '#words/index.ts';

type Bounds = { readonly lower: number; readonly upper: number };

export type ComparedLine = {
  readonly territory: { readonly reference: string; readonly name: string };
  readonly value: number | null;
  readonly state: string;
  readonly position: string | null;
  readonly step: number | null;
  readonly interval: Bounds | null;
  readonly method: string | null;
  readonly events: number | null;
  readonly persons: number | null;
  readonly expected: number | null;
  readonly smoothed: { readonly value: number } | null;
  readonly local: { readonly value: number } | null;
  readonly exceedance: number | null;
  readonly heldAt: { readonly name: string } | null;
};

const word = (language: Language, key: string): string => sentences[language][key] ?? key;

const columns = [
  ['territory-code', 'code'],
  ['territory', 'text'],
  ['class', 'text'],
  ['value', 'number'],
  ['lower', 'number'],
  ['upper', 'number'],
  ['method', 'text'],
  ['events-counted', 'number'],
  ['expected', 'number'],
  ['persons', 'number'],
  ['smoothed', 'number'],
  ['local', 'number'],
  ['exceedance', 'number'],
  ['state', 'text'],
  ['source', 'text'],
] as const;

/** Territories beside the whole, in the order of their numbers, each with its class, its interval and what was made of it. */
export function comparisonSheet(
  areas: readonly ComparedLine[],
  given: { readonly title: string; readonly unit: string; readonly source: string },
  language: Language,
): TableSheet {
  const header = (key: string) =>
    key === 'value'
      ? `${given.title} (${given.unit})`
      : word(language, key === 'territory' ? 'analysis.axis.territory' : `analysis.column.${key}`);
  return {
    name: word(language, 'analysis.sheet.figures'),
    columns: columns.map(([key, kind]): TableColumn => ({ key, header: header(key), kind })),
    rows: areas.map((area) => ({
      'territory-code': area.territory.reference,
      territory: area.territory.name,
      class: classOf(area, language),
      value: area.value,
      lower: area.interval?.lower ?? null,
      upper: area.interval?.upper ?? null,
      method: area.method === null ? null : word(language, `values.interval.${area.method}`),
      'events-counted': area.events,
      expected: area.expected,
      persons: area.persons,
      smoothed: area.smoothed?.value ?? null,
      local: area.local?.value ?? null,
      exceedance: area.exceedance,
      state: stateOf(area, language),
      source: given.source,
    })),
  };
}

function classOf({ position, step }: ComparedLine, language: Language): string | null {
  if (position !== null) return word(language, `analysis.class.${position}`);
  return step === null ? null : String(step);
}

function stateOf({ heldAt, state }: ComparedLine, language: Language): string | null {
  if (state !== 'value') return word(language, `values.state.${state}`);
  return heldAt === null ? null : `${word(language, 'values.column.held_at')}: ${heldAt.name}`;
}
