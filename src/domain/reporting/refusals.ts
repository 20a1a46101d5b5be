import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const reportingRefusals = {
  'reporting.cycle-not-found': 'missing',
  'reporting.form-not-found': 'missing',
  'reporting.report-not-found': 'missing',
  'reporting.form-faults': 'invalid',
  'reporting.cycle-faults': 'invalid',
  'reporting.cycle-twice': 'conflict',
  'reporting.not-open': 'conflict',
  'reporting.not-as-it-stands': 'conflict',
  'reporting.answer-changed': 'conflict',
  'reporting.answer-faults': 'invalid',
  'reporting.checks-remain': 'invalid',
  'reporting.not-yours-to-decide': 'forbidden',
  'reporting.own-approval': 'conflict',
  'reporting.not-a-template': 'invalid',
  'reporting.template-of-another': 'conflict',
  'reporting.template-outdated': 'conflict',
  'reporting.template-problems': 'invalid',
  'reporting.link-not-found': 'missing',
  'reporting.link-spent': 'conflict',
} as const satisfies RefusalTable;

export type ReportingRefusal = keyof typeof reportingRefusals;

export const refuse = refusalsOf(reportingRefusals);
