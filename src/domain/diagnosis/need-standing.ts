import { refuse } from './refusals.ts';
import type { NeedStanding } from './vocabulary.ts';

/** What is done to a need. Words: `diagnosis.act.<act>`. */
export const needActs = [
  'drafted',
  'published',
  'corrected',
  'met',
  'withdrawn',
  'reopened',
  'absorbed',
  'merged',
  'parted',
  'annulled',
] as const;
export type NeedAct = (typeof needActs)[number];

type Rule = {
  /** The standings in which it can be done; null where nothing was there before. */
  readonly from: readonly (NeedStanding | null)[];
  /** The standing that it leads to; absent where it leaves it. */
  readonly to?: NeedStanding;
};

const rules: Readonly<Record<NeedAct, Rule>> = {
  drafted: { from: [null], to: 'draft' },
  published: { from: [null, 'draft'], to: 'current' },
  corrected: { from: ['draft', 'current'] },
  met: { from: ['current'], to: 'met' },
  withdrawn: { from: ['current'], to: 'withdrawn' },
  reopened: { from: ['met', 'withdrawn'], to: 'current' },
  // The need that stays takes in the other.
  absorbed: { from: ['current'] },
  merged: { from: ['current'], to: 'merged' },
  // Undoing: the one comes back, the other gives back what it took.
  parted: { from: ['merged', 'current'], to: 'current' },
  annulled: { from: ['draft', 'current', 'met', 'withdrawn'], to: 'annulled' },
};

/** Whether something can be done to a need as it stands. */
export function isPossible(act: NeedAct, standing: NeedStanding | null): boolean {
  return rules[act].from.includes(standing);
}

/** What can be done to a need as it stands. */
export function possibleActs(standing: NeedStanding): NeedAct[] {
  return needActs.filter((act) => isPossible(act, standing));
}

/**
 * How things stand after an act.
 * @throws Refusal `diagnosis.not-as-it-stands`
 */
export function standingAfter(standing: NeedStanding | null, act: NeedAct): NeedStanding {
  if (!isPossible(act, standing)) {
    throw refuse('diagnosis.not-as-it-stands', { values: { standing: standing ?? 'none', act } });
  }
  return rules[act].to ?? standing ?? 'draft';
}

/** How things stand with a need, out of all that was done to it. The column keeps the outcome; this is the rule. */
export function standingOf(acts: readonly NeedAct[]): NeedStanding | null {
  return acts.reduce<NeedStanding | null>((standing, act) => standingAfter(standing, act), null);
}

/** A need on which nothing depends may be deleted; any other is annulled with a reason. */
export function refuseDeletionOfNeed(dependents: number): void {
  if (dependents > 0) throw refuse('diagnosis.has-consequences', { values: { count: dependents } });
}
