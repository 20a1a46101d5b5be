import { refusalsOf, type RefusalTable } from './refusal.ts';

/** Refusals that any room may give. */
export const sharedRefusals = {
  'shared.invalid': 'invalid',
  'shared.signed-out': 'signed-out',
  'shared.forbidden': 'forbidden',
  'shared.not-found': 'missing',
  'shared.stale': 'stale',
  'shared.version-required': 'unconditional',
  'shared.too-large': 'too-large',
  'shared.too-many': 'too-many',
  'shared.unsupported-media': 'unsupported',
  'shared.key-reused': 'conflict',
  'shared.key-in-progress': 'conflict',
  'shared.key-done': 'conflict',
  'shared.cross-site': 'forbidden',
  'shared.read-only': 'unavailable',
  'shared.no-rate': 'conflict',
} as const satisfies RefusalTable;

export const refuse = refusalsOf(sharedRefusals);
