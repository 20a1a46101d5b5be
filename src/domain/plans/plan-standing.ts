import { refuse } from './refusals.ts';
import type { PlanStanding } from './vocabulary.ts';

/** What is done to a plan. Words: `plans.act.<act>`. */
export const planActs = [
  'drafted',
  'corrected',
  'submitted',
  'returned',
  'approved',
  'amended',
  'amendment-abandoned',
  'progressed',
  'ended',
  'annulled',
] as const;
export type PlanAct = (typeof planActs)[number];

type Rule = Readonly<Partial<Record<PlanStanding | 'none', PlanStanding>>>;

// For each act, where it is possible and where it leads.
const rules: Readonly<Record<PlanAct, Rule>> = {
  drafted: { none: 'draft' },
  // Also its programmes and actions: what was submitted or approved is not written on.
  corrected: { draft: 'draft', returned: 'returned', amending: 'amending' },
  submitted: { draft: 'submitted', returned: 'submitted', amending: 'amendment-submitted' },
  // An amendment that is sent back is written again; the last edition stays in force meanwhile.
  returned: { submitted: 'returned', 'amendment-submitted': 'amending' },
  approved: { submitted: 'approved', 'amendment-submitted': 'approved' },
  amended: { approved: 'amending' },
  // What was being written is given up; the last edition goes on as if nobody had begun.
  'amendment-abandoned': { amending: 'approved', 'amendment-submitted': 'approved' },
  // Somebody said how far one of its actions has got: the plan stands as it stood.
  progressed: {
    approved: 'approved',
    amending: 'amending',
    'amendment-submitted': 'amendment-submitted',
  },
  ended: { approved: 'ended' },
  annulled: {
    draft: 'annulled',
    submitted: 'annulled',
    returned: 'annulled',
    approved: 'annulled',
    amending: 'annulled',
    'amendment-submitted': 'annulled',
    ended: 'annulled',
  },
};

/** Whether something can be done to a plan as it stands. */
export function isPossible(act: PlanAct, standing: PlanStanding | null): boolean {
  return rules[act][standing ?? 'none'] !== undefined;
}

/** What can be done to a plan as it stands. */
export function possibleActs(standing: PlanStanding): PlanAct[] {
  return planActs.filter((act) => isPossible(act, standing));
}

/**
 * How things stand after an act.
 * @throws Refusal `plans.not-as-it-stands`
 */
export function standingAfter(standing: PlanStanding | null, act: PlanAct): PlanStanding {
  const next = rules[act][standing ?? 'none'];
  if (next === undefined) {
    throw refuse('plans.not-as-it-stands', { values: { standing: standing ?? 'none', act } });
  }
  return next;
}

/** How things stand with a plan, out of all that was done to it. The column keeps the outcome; this is the rule. */
export function standingOf(acts: readonly PlanAct[]): PlanStanding | null {
  return acts.reduce<PlanStanding | null>((standing, act) => standingAfter(standing, act), null);
}

/** How many times it was approved: the number of its last edition. */
export function editionOf(acts: readonly PlanAct[]): number {
  return acts.filter((act) => act === 'approved').length;
}

/** Whether others than its writers and reviewers read it as its lines stand; otherwise they read the last edition. */
export function isReadAsItStands(standing: PlanStanding): boolean {
  return standing === 'approved' || standing === 'ended' || standing === 'annulled';
}
