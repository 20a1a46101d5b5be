import { refuse } from './refusals.ts';
import { instanceStandings, type CommitmentStanding, type InstanceStanding } from './vocabulary.ts';

/** What is done to a commitment as a whole. Words: `commitments.act.<act>`. */
export const commitmentActs = [
  'proposed',
  'registered', // entered as already agreed: an agreement that was in force before it came here
  'corrected',
  'agreed',
  'published',
  'dependency-added',
  'dependency-removed',
  'cancelled',
  'annulled',
] as const;
export type CommitmentAct = (typeof commitmentActs)[number];

/** What is done to one instance. Words: `commitments.act.<act>`. */
export const instanceActs = [
  'started',
  'forecast',
  'delivered',
  'evidence-withdrawn',
  'evidence-struck', // by an order about its file
  'accepted',
  'rejected',
  'more-asked',
  'passed-to-commission',
  'noticed',
  'notice-withdrawn',
  'replied',
  'cured',
  'breached',
  'breach-published',
  'rescheduled',
  'paused',
  'resumed',
  'waived',
  'instance-cancelled',
] as const;
export type InstanceAct = (typeof instanceActs)[number];

export type Act = CommitmentAct | InstanceAct;

type CommitmentRule = {
  /** Null where nothing was there before. */
  readonly from: readonly (CommitmentStanding | null)[];
  readonly to?: CommitmentStanding;
};

const commitmentRules: Readonly<Record<CommitmentAct, CommitmentRule>> = {
  proposed: { from: [null], to: 'proposed' },
  registered: { from: [null], to: 'agreed' },
  // Once agreed, what was agreed changes only by an addendum or by rescheduling.
  corrected: { from: ['proposed'] },
  agreed: { from: ['proposed'], to: 'agreed' },
  published: { from: ['agreed'] },
  'dependency-added': { from: ['proposed', 'agreed'] },
  'dependency-removed': { from: ['proposed', 'agreed'] },
  cancelled: { from: ['agreed'], to: 'cancelled' },
  annulled: { from: ['proposed', 'agreed'], to: 'annulled' },
};

type InstanceRule = { readonly from: readonly InstanceStanding[]; readonly to?: InstanceStanding };

const undelivered = ['not-started', 'in-progress', 'sent-back'] as const;

const instanceRules: Readonly<Record<InstanceAct, InstanceRule>> = {
  started: { from: ['not-started'], to: 'in-progress' },
  forecast: { from: undelivered },
  // More evidence may join what already waits.
  delivered: { from: [...undelivered, 'delivered'], to: 'delivered' },
  // Where other evidence still waits, the service leaves it delivered.
  'evidence-withdrawn': { from: ['delivered'], to: 'in-progress' },
  // An order does not wait for anything.
  'evidence-struck': { from: instanceStandings },
  accepted: { from: ['delivered'], to: 'verified' },
  rejected: { from: ['delivered'], to: 'sent-back' },
  'more-asked': { from: ['delivered'], to: 'sent-back' },
  'passed-to-commission': { from: ['delivered'] },
  noticed: { from: undelivered },
  'notice-withdrawn': { from: [...undelivered, 'delivered'] },
  replied: { from: [...undelivered, 'delivered', 'breached'] },
  cured: { from: ['verified'] },
  breached: { from: undelivered, to: 'breached' },
  'breach-published': { from: ['breached'] },
  rescheduled: { from: [...undelivered, 'delivered'] },
  paused: { from: [...undelivered, 'delivered'] },
  resumed: { from: [...undelivered, 'delivered'] },
  waived: { from: [...undelivered, 'delivered'], to: 'waived' },
  'instance-cancelled': { from: [...undelivered, 'delivered'], to: 'cancelled' },
};

/** Whether something can be done to a commitment as it stands. */
export function isPossible(act: CommitmentAct, standing: CommitmentStanding | null): boolean {
  return commitmentRules[act].from.includes(standing);
}

/**
 * How a commitment stands after an act.
 * @throws Refusal `commitments.not-as-it-stands`
 */
export function standingAfter(standing: CommitmentStanding | null, act: CommitmentAct): CommitmentStanding {
  if (!isPossible(act, standing)) throw notPossible(act, standing ?? 'none');
  return commitmentRules[act].to ?? standing ?? 'proposed';
}

/** Whether something can be done to an instance: its commitment was agreed, and it stands where the act begins. */
export function isPossibleOnInstance(
  act: InstanceAct,
  at: { readonly commitment: CommitmentStanding; readonly instance: InstanceStanding },
): boolean {
  return at.commitment === 'agreed' && instanceRules[act].from.includes(at.instance);
}

/**
 * How an instance stands after an act.
 * @throws Refusal `commitments.not-as-it-stands`
 */
export function instanceStandingAfter(
  act: InstanceAct,
  at: { readonly commitment: CommitmentStanding; readonly instance: InstanceStanding },
): InstanceStanding {
  if (!isPossibleOnInstance(act, at)) {
    throw notPossible(act, at.commitment === 'agreed' ? at.instance : at.commitment);
  }
  return instanceRules[act].to ?? at.instance;
}

function notPossible(act: Act, standing: string) {
  return refuse('commitments.not-as-it-stands', { values: { act, standing } });
}

// What everyone may read of what was done to a public commitment. The rest of its story stays with the parties and the centre.
const publicActs: ReadonlySet<Act> = new Set<Act>([
  'registered',
  'agreed',
  'published',
  'started',
  'delivered',
  'accepted',
  'rescheduled',
  'paused',
  'resumed',
  'waived',
  'cancelled',
  'instance-cancelled',
  'breach-published',
  'evidence-struck',
]);

/** Whether an act upon a public commitment is shown to everyone. */
export function isPublicAct(act: Act): boolean {
  return publicActs.has(act);
}
