import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const plansRefusals = {
  'plans.not-found': 'missing',
} as const satisfies RefusalTable;

export type PlansRefusal = keyof typeof plansRefusals;

export const refuse = refusalsOf(plansRefusals);
