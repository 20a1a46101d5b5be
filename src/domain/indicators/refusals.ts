import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const indicatorsRefusals = {
  'indicators.not-found': 'missing',
  'indicators.dimension-not-found': 'missing',
  'indicators.category-not-found': 'invalid',
  'indicators.target-not-found': 'missing',
  'indicators.invalid-catalogue': 'invalid',
  'indicators.incomplete': 'invalid',
  'indicators.code-taken': 'conflict',
  'indicators.category-taken': 'conflict',
  'indicators.target-taken': 'conflict',
  'indicators.not-as-it-stands': 'conflict',
  'indicators.has-figures': 'conflict',
  'indicators.is-part': 'conflict',
  'indicators.in-use': 'conflict',
  'indicators.not-computed': 'invalid',
  'indicators.not-a-period': 'invalid',
  'indicators.target-incomplete': 'invalid',
  'indicators.import-problems': 'invalid',
  'indicators.persons-not-added': 'invalid',
  'indicators.estimates-not-added': 'invalid',
  'indicators.ratios-not-added': 'invalid',
  'indicators.computed-not-added': 'invalid',
} as const satisfies RefusalTable;

export type IndicatorsRefusal = keyof typeof indicatorsRefusals;

export const refuse = refusalsOf(indicatorsRefusals);
