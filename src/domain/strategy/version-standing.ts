import { refuse } from './refusals.ts';
import type { VersionStanding } from './vocabulary.ts';

/** What is done to a version. Words: `strategy.act.<act>`. */
export const versionActs = [
  'started',
  'written',
  'consultation-opened',
  'consultation-closed',
  'approved',
  'superseded',
  'abandoned',
] as const;
export type VersionAct = (typeof versionActs)[number];

type Rule = {
  /** The standings in which it can be done; null where nothing was there before. */
  readonly from: readonly (VersionStanding | null)[];
  /** The standing that it leads to; absent where it leaves it. */
  readonly to?: VersionStanding;
};

const rules: Readonly<Record<VersionAct, Rule>> = {
  started: { from: [null], to: 'draft' },
  // While institutions remark on a text it stands still: they must all speak of the same one.
  written: { from: ['draft'] },
  'consultation-opened': { from: ['draft'], to: 'consultation' },
  'consultation-closed': { from: ['consultation'], to: 'draft' },
  approved: { from: ['draft'], to: 'approved' },
  superseded: { from: ['approved'], to: 'superseded' },
  abandoned: { from: ['draft', 'consultation'], to: 'abandoned' },
};

/** Whether something can be done to a version as it stands. */
export function isPossible(act: VersionAct, standing: VersionStanding | null): boolean {
  return rules[act].from.includes(standing);
}

/** What can be done to a version as it stands. */
export function possibleActs(standing: VersionStanding): VersionAct[] {
  return versionActs.filter((act) => isPossible(act, standing));
}

/**
 * How things stand after an act.
 * @throws Refusal `strategy.approved-stays` for what was approved, `strategy.not-as-it-stands` otherwise
 */
export function standingAfter(standing: VersionStanding | null, act: VersionAct): VersionStanding {
  if (!isPossible(act, standing)) {
    if (standing === 'approved' || standing === 'superseded') throw refuse('strategy.approved-stays');
    throw refuse('strategy.not-as-it-stands', { values: { standing: standing ?? 'none', act } });
  }
  return rules[act].to ?? standing ?? 'draft';
}

/** How things stand with a version, out of all that was done to it. The column keeps the outcome; this is the rule. */
export function standingOf(acts: readonly VersionAct[]): VersionStanding | null {
  return acts.reduce<VersionStanding | null>((standing, act) => standingAfter(standing, act), null);
}
