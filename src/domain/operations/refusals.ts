import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Refusals about running an installation: backups and their restoring. */
export const operationsRefusals = {
  'operations.backup-not-found': 'missing',
  'operations.backup-unknown-format': 'invalid',
  'operations.backup-damaged': 'invalid',
  'operations.backup-of-newer-version': 'unsupported',
  'operations.backup-of-other-structure': 'unsupported',
  'operations.backup-different': 'conflict',
  'operations.backup-cannot-write': 'unavailable',
  'operations.backup-no-room': 'unavailable',
  'operations.backup-rows-hidden': 'forbidden',
  'operations.restore-not-empty': 'conflict',
  'operations.restore-in-use': 'conflict',
  'operations.restore-locks': 'unavailable',
} as const satisfies RefusalTable;

export const refuse = refusalsOf(operationsRefusals);
