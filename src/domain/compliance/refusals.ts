import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const complianceRefusals = {
  'compliance.unknown-indicator': 'missing',
} as const satisfies RefusalTable;

export type ComplianceRefusal = keyof typeof complianceRefusals;

export const refuse = refusalsOf(complianceRefusals);
