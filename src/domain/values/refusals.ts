import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const valuesRefusals = {
  'values.series-not-found': 'missing',
  'values.indicator-not-found': 'missing',
  'values.too-much': 'too-large',
  'values.not-a-period': 'invalid',
  'values.not-a-level': 'invalid',
} as const satisfies RefusalTable;

export type ValuesRefusal = keyof typeof valuesRefusals;

export const refuse = refusalsOf(valuesRefusals);
