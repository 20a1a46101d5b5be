import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const surveysRefusals = {
  'surveys.not-found': 'missing',
} as const satisfies RefusalTable;

export type SurveysRefusal = keyof typeof surveysRefusals;

export const refuse = refusalsOf(surveysRefusals);
