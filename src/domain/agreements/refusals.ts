import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of drafting and negotiating. Words: `refusal.<code>`. */
export const agreementsRefusals = {
  'agreements.not-found': 'missing',
  'agreements.party-not-found': 'missing',
  'agreements.clause-not-found': 'missing',
  'agreements.remark-not-found': 'missing',
  'agreements.approval-not-found': 'missing',
  'agreements.gate-not-found': 'missing',
  'agreements.file-not-found': 'missing',
  'agreements.has-file': 'conflict',
  'agreements.template-not-found': 'invalid',
  'agreements.only-a-library': 'conflict',
  'agreements.holder-not-found': 'invalid',
  'agreements.party-twice': 'conflict',
  'agreements.party-is-used': 'conflict',
  'agreements.still-yours': 'conflict',
  'agreements.incomplete': 'invalid',
  'agreements.parent-not-found': 'invalid',
  'agreements.need-not-found': 'invalid',
  'agreements.line-not-found': 'invalid',
  'agreements.text-is-closed': 'conflict',
  'agreements.has-consequences': 'conflict',
  'agreements.not-ready': 'conflict',
  'agreements.text-changed': 'conflict',
  'agreements.own-remark': 'conflict',
  'agreements.remark-decided': 'conflict',
  'agreements.proposal-outdated': 'conflict',
  'agreements.budget-not-the-sum': 'invalid',
  'agreements.already-approved': 'conflict',
} as const satisfies RefusalTable;

export type AgreementsRefusal = keyof typeof agreementsRefusals;

export const refuse = refusalsOf(agreementsRefusals);
