import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const plansRefusals = {
  'plans.not-found': 'missing',
  'plans.action-not-found': 'missing',
  'plans.programme-not-found': 'missing',
  'plans.remark-not-found': 'missing',
  'plans.edition-not-found': 'missing',
  'plans.incomplete': 'invalid',
  'plans.owner-not-found': 'invalid',
  'plans.named-not-found': 'invalid',
  'plans.mediation-refused': 'invalid',
  'plans.not-ready': 'invalid',
  'plans.not-as-it-stands': 'conflict',
  'plans.own-submission': 'conflict',
  'plans.no-remarks': 'invalid',
  'plans.open-remarks': 'conflict',
  'plans.nothing-amended': 'conflict',
  'plans.has-consequences': 'conflict',
  'plans.was-published': 'conflict',
  'plans.copy-self': 'invalid',
  'plans.not-in-edition': 'conflict',
  'plans.same-progress': 'conflict',
} as const satisfies RefusalTable;

export type PlansRefusal = keyof typeof plansRefusals;

export const refuse = refusalsOf(plansRefusals);
