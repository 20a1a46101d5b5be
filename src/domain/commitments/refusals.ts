import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const commitmentsRefusals = {
  'commitments.not-found': 'missing',
  'commitments.feed-not-found': 'missing',
  'commitments.instance-not-found': 'missing',
  'commitments.evidence-not-found': 'missing',
  'commitments.not-as-it-stands': 'conflict',
  'commitments.incomplete': 'invalid',
  'commitments.own-side': 'forbidden',
  'commitments.own-evidence': 'forbidden',
  'commitments.party-not-found': 'invalid',
  'commitments.party-closed': 'conflict',
  'commitments.verifier-of-own-side': 'invalid',
  'commitments.circle': 'conflict',
  'commitments.rule-invalid': 'invalid',
  'commitments.rule-endless': 'invalid',
  'commitments.rule-too-many': 'invalid',
  'commitments.rule-empty': 'invalid',
  'commitments.outside-term': 'invalid',
  'commitments.agreement-not-found': 'missing',
  'commitments.action-not-found': 'missing',
} as const satisfies RefusalTable;

export type CommitmentsRefusal = keyof typeof commitmentsRefusals;

export const refuse = refusalsOf(commitmentsRefusals);
