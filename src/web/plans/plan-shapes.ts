import type { Say } from '#words/say.ts';
import type { Answer } from '../api.ts';
import type { State } from '../design/state-tag.tsx';

export type Plan = Answer<'getPlan'>;
export type PlanLine = Answer<'listPlans'>['items'][number];
export type PlanAction = Plan['actions'][number];
export type ActionPage = Answer<'getPlanAction'>;
export type Lack = NonNullable<Plan['lacks']>[number];
export type Remark = NonNullable<Plan['remarks']>[number];

/** The page of a plan. */
export function addressOfPlan(id: string): string {
  return `/planes/${id}`;
}

/** The page of an action of a plan. */
export function addressOfAction(planId: string, actionId: string): string {
  return `/planes/${planId}/acciones/${actionId}`;
}

/** The look of each standing; the word says which it is. */
export const looks = {
  draft: 'not-applicable',
  submitted: 'on-time',
  returned: 'at-risk',
  approved: 'fulfilled',
  amending: 'at-risk',
  'amendment-submitted': 'on-time',
  ended: 'not-applicable',
  annulled: 'not-applicable',
} as const satisfies Record<Plan['standing'], State>;

/** The look of how far an action has got. */
export const progressLooks = {
  planned: 'not-applicable',
  'in-progress': 'on-time',
  done: 'fulfilled',
  dropped: 'missing',
} as const satisfies Record<NonNullable<ActionPage['progress']>['standing'], State>;

/** A list of values in words, parted by semicolons. */
export function wordsOf(say: Say, prefix: string, values: readonly string[]): string {
  return values.map((value) => say.dynamic(`${prefix}.${value}`)).join('; ');
}

/** A line of the strategy as people call it. */
export function lineName(line: { readonly code: string | null; readonly title: string }): string {
  return line.code === null ? line.title : `${line.code} ${line.title}`;
}

/** Whether somebody may write on a plan as it stands. */
export function mayWrite(plan: Pick<Plan, 'abilities' | 'possible'>): boolean {
  return plan.abilities.includes('edit-plan') && plan.possible.includes('corrected');
}

/** Whether somebody may decide on a plan as it stands: the centre, and not whoever sent it. */
export function mayDecide(plan: Pick<Plan, 'abilities' | 'possible' | 'isOwnSubmission'>): boolean {
  return (
    plan.abilities.includes('review-plan') && plan.possible.includes('approved') && !plan.isOwnSubmission
  );
}
