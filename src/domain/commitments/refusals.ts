import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const commitmentsRefusals = {
  'commitments.not-found': 'missing',
} as const satisfies RefusalTable;

export type CommitmentsRefusal = keyof typeof commitmentsRefusals;

export const refuse = refusalsOf(commitmentsRefusals);
