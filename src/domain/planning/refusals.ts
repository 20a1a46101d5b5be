import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const planningRefusals = {
  'planning.not-found': 'missing',
} as const satisfies RefusalTable;

export type PlanningRefusal = keyof typeof planningRefusals;

export const refuse = refusalsOf(planningRefusals);
