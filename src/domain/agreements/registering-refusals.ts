import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of registering what is already there. Words: `refusal.<code>`. */
export const registeringRefusals = {
  'registering.incomplete': 'invalid',
  'registering.looks-alike': 'conflict',
  'registering.not-registered': 'conflict',
  'registering.sheet-not-found': 'missing',
  'registering.sheet-closed': 'conflict',
  'registering.no-such-column': 'invalid',
  'registering.no-such-party': 'invalid',
  'registering.too-many-rows': 'too-large',
  'registering.still-open': 'conflict',
  'registering.nothing-to-do': 'conflict',
  'registering.not-applied': 'conflict',
  'registering.built-upon': 'conflict',
} as const satisfies RefusalTable;

export type RegisteringRefusal = keyof typeof registeringRefusals;

export const refuse = refusalsOf(registeringRefusals);
