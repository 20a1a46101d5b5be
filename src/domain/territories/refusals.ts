import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Refusals about territories and country packs. */
export const territoriesRefusals = {
  'territories.not-found': 'missing',
  'territories.country-not-found': 'missing',
  'territories.invalid-pack': 'invalid',
  'territories.older-pack': 'conflict',
  'territories.invalid-import': 'invalid',
  'territories.invalid': 'invalid',
  'territories.code-taken': 'conflict',
  'territories.code-questioned': 'invalid',
  'territories.no-room': 'conflict',
  'territories.already-ended': 'conflict',
  'territories.has-parts': 'conflict',
  'territories.country-stays': 'conflict',
  'territories.name-taken': 'conflict',
  'territories.source-not-found': 'invalid',
} as const satisfies RefusalTable;

export const refuse = refusalsOf(territoriesRefusals);
