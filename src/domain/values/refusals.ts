import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const valuesRefusals = {
  'values.series-not-found': 'missing',
} as const satisfies RefusalTable;

export type ValuesRefusal = keyof typeof valuesRefusals;

export const refuse = refusalsOf(valuesRefusals);
