import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const registeringRefusals = {
  'registering.import-not-found': 'missing',
} as const satisfies RefusalTable;

export type RegisteringRefusal = keyof typeof registeringRefusals;

export const refuse = refusalsOf(registeringRefusals);
