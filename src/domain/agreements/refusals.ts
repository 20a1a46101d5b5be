import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const agreementsRefusals = {
  'agreements.not-found': 'missing',
} as const satisfies RefusalTable;

export type AgreementsRefusal = keyof typeof agreementsRefusals;

export const refuse = refusalsOf(agreementsRefusals);
