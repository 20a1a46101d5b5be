import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const agreementLifeRefusals = {
  'agreement-life.not-as-it-stands': 'conflict',
} as const satisfies RefusalTable;

export type AgreementLifeRefusal = keyof typeof agreementLifeRefusals;

export const refuse = refusalsOf(agreementLifeRefusals);
