import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Refusals of the audit room. */
export const auditRefusals = {
  'audit.not-found': 'missing',
  'audit.may-not-redact': 'forbidden',
  'audit.nothing-to-redact': 'conflict',
  'audit.too-many-to-export': 'too-large',
} as const satisfies RefusalTable;

export const refuse = refusalsOf(auditRefusals);
