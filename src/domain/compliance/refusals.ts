import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const complianceRefusals = {
  'compliance.unknown-indicator': 'missing',
  'compliance.holiday-not-found': 'missing',
  'compliance.holiday-there': 'conflict',
  'compliance.rate-not-found': 'missing',
  'compliance.rate-there': 'conflict',
  'compliance.same-currency': 'invalid',
  'compliance.quiet-period-not-found': 'missing',
  'compliance.ends-before-it-begins': 'invalid',
  'compliance.subject-not-found': 'missing',
  'compliance.override-not-found': 'missing',
} as const satisfies RefusalTable;

export type ComplianceRefusal = keyof typeof complianceRefusals;

export const refuse = refusalsOf(complianceRefusals);
