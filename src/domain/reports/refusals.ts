import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const reportsRefusals = {
  'reports.not-found': 'missing',
} as const satisfies RefusalTable;

export type ReportsRefusal = keyof typeof reportsRefusals;

export const refuse = refusalsOf(reportsRefusals);
