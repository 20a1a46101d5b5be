import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const indicatorsRefusals = {
  'indicators.not-found': 'missing',
} as const satisfies RefusalTable;

export type IndicatorsRefusal = keyof typeof indicatorsRefusals;

export const refuse = refusalsOf(indicatorsRefusals);
