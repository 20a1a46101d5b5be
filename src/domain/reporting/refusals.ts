import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const reportingRefusals = {
  'reporting.cycle-not-found': 'missing',
} as const satisfies RefusalTable;

export type ReportingRefusal = keyof typeof reportingRefusals;

export const refuse = refusalsOf(reportingRefusals);
