import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const surveysRefusals = {
  'surveys.not-found': 'missing',
  'surveys.not-confirmed': 'conflict',
  'surveys.period-reversed': 'invalid',
  'surveys.not-an-estimate': 'invalid',
  'surveys.file-unreadable': 'invalid',
  'surveys.column-missing': 'invalid',
  'surveys.rows-wrong': 'invalid',
  'surveys.no-rows': 'invalid',
  'surveys.place-outside': 'invalid',
  'surveys.category-not-known': 'invalid',
  'surveys.interval-reversed': 'invalid',
  'surveys.round-not-found': 'missing',
  'surveys.round-closed': 'conflict',
  'surveys.round-not-open': 'conflict',
  'surveys.answer-incomplete': 'invalid',
  'surveys.too-many-answers': 'conflict',
} as const satisfies RefusalTable;

export type SurveysRefusal = keyof typeof surveysRefusals;

export const refuse = refusalsOf(surveysRefusals);
