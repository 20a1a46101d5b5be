import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const valuesRefusals = {
  'values.series-not-found': 'missing',
  'values.indicator-not-found': 'missing',
  'values.too-much': 'too-large',
  'values.not-a-period': 'invalid',
  'values.not-a-level': 'invalid',
  'values.series-exists': 'conflict',
  'values.series-retired': 'conflict',
  'values.dimension-not-known': 'invalid',
  'values.level-not-known': 'invalid',
  'values.ratio-is-made': 'invalid',
  'values.outside-series': 'invalid',
  'values.coverage-not-found': 'missing',
  'values.wrong-values': 'invalid',
  'values.batch-not-found': 'missing',
  'values.batch-revoked': 'conflict',
  'values.shares-too-many': 'invalid',
  'values.mapping-unfit': 'invalid',
  'values.which-country': 'invalid',
  'values.import-not-found': 'missing',
  'values.import-not-open': 'conflict',
  'values.import-has-problems': 'conflict',
  'values.import-not-applied': 'conflict',
  'values.place-not-in-file': 'invalid',
  'values.place-not-settled': 'missing',
  'values.crosswalk-not-found': 'missing',
  'values.crosswalk-exists': 'conflict',
  'values.wrong-lines': 'invalid',
  'values.same-lines': 'conflict',
  'values.no-exchange-file': 'invalid',
  'values.not-proposed': 'invalid',
  'values.survey-answers': 'invalid',
  'values.personal-rows': 'invalid',
} as const satisfies RefusalTable;

export type ValuesRefusal = keyof typeof valuesRefusals;

export const refuse = refusalsOf(valuesRefusals);
