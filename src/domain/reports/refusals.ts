import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const reportsRefusals = {
  'reports.not-found': 'missing',
  'reports.code-not-found': 'missing',
  'reports.not-a-quarter': 'invalid',
  'reports.needs-organisation': 'invalid',
  'reports.not-the-country': 'invalid',
  'reports.already-scheduled': 'conflict',
  'reports.schedule-not-found': 'missing',
} as const satisfies RefusalTable;

export type ReportsRefusal = keyof typeof reportsRefusals;

export const refuse = refusalsOf(reportsRefusals);
