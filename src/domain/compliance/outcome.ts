import { daysFrom } from '#domain/shared/calendar.ts';
import type { Day } from '#domain/shared/dates.ts';

/**
 * What became of one due date of a commitment, as compliance counts it.
 * `kept`, `late`, `overdue` and `breached` are counted; the others are not, and the arithmetic says why.
 */
export const outcomes = [
  'kept', // delivered on time, and accepted
  'late', // delivered, but late by the obligor's own days
  'overdue', // not delivered, and late by the obligor's own days
  'breached', // declared so, after notice and time to cure
  'waiting', // delivered on time; whoever verifies still has time
  'unanswered', // delivered on time; whoever verifies has let its time pass
  'held-back', // every day of lateness was lost to another's late prerequisite
  'paused', // its clock stands still while the agreement is suspended
  'waived', // the other side did without it, or it was cancelled
  'not-due', // its day has not ended
] as const;
export type Outcome = (typeof outcomes)[number];

/** Whether an outcome belongs to the denominator of compliance. */
export function isCounted(outcome: Outcome): boolean {
  return outcome === 'kept' || outcome === 'late' || outcome === 'overdue' || outcome === 'breached';
}

/** What a due date had to wait for: one due date of somebody else's commitment. */
export type Prerequisite = {
  readonly id: string;
  /** Who owed it. */
  readonly obligor: string;
  readonly dueOn: Day;
  readonly deliveredOn: Day | null;
  /** Waived, cancelled and paused ones hold nobody back. */
  readonly isWaived: boolean;
};

/** One due date of a commitment, as far as compliance needs it. */
export type DueInstance = {
  readonly id: string;
  readonly obligor: string;
  readonly verifier: string | null;
  readonly weight: number;
  readonly standing:
    | 'not-started'
    | 'in-progress'
    | 'delivered'
    | 'sent-back'
    | 'verified'
    | 'breached'
    | 'waived'
    | 'cancelled';
  readonly dueOn: Day;
  /** The day on which the evidence that was accepted, or that waits, was handed in. */
  readonly deliveredOn: Day | null;
  /** The last day for whoever verifies. */
  readonly verifyBy: Day | null;
  readonly isPaused: boolean;
  readonly prerequisites: readonly Prerequisite[];
};

/** How a due date is counted, with the days behind it. */
export type CountedInstance = {
  readonly outcome: Outcome;
  /** Days from the due day to delivery, or to today where nothing was delivered; 0 where it was in time. */
  readonly daysLate: number;
  /** Days lost while another's prerequisite was late. */
  readonly daysLost: number;
  /** What is left for the obligor: `max(0, daysLate - daysLost)`. */
  readonly ownDays: number;
};

/**
 * How one due date is counted. The delivery date decides punctuality, verification decides acceptance; a verifier's silence never
 * counts against the obligor; days lost to another's late prerequisite are taken off. Source: C2 of the process indicators.
 *
 * Example: due 1 March, delivered 6 March, while a ministry's input due 20 February came on 27 February: 5 days late, 7 lost, 0 own: kept.
 */
export function countInstance(instance: DueInstance, today: Day): CountedInstance {
  const until = instance.deliveredOn ?? today;
  const daysLate = Math.max(0, daysFrom(instance.dueOn, until));
  const daysLost = daysLate === 0 ? 0 : daysLostOf(instance, until);
  const ownDays = Math.max(0, daysLate - daysLost);
  return { outcome: outcomeOf(instance, ownDays, today), daysLate, daysLost, ownDays };
}

function outcomeOf(instance: DueInstance, ownDays: number, today: Day): Outcome {
  const { standing, dueOn, verifyBy } = instance;
  if (standing === 'waived' || standing === 'cancelled') return 'waived';
  if (standing === 'breached') return 'breached';
  if (dueOn >= today) return 'not-due';
  if (instance.isPaused && standing !== 'verified' && standing !== 'delivered') return 'paused';
  if (standing === 'verified') return ownDays > 0 ? 'late' : 'kept';
  if (standing === 'delivered') {
    if (ownDays > 0) return 'late';
    return verifyBy !== null && verifyBy < today ? 'unanswered' : 'waiting';
  }
  return ownDays > 0 ? 'overdue' : 'held-back';
}

/** A span in which a prerequisite was late: from the day after it was due to the day of its delivery, both included. */
type LateSpan = { readonly from: Day; readonly to: Day };

/**
 * The days on which at least one prerequisite of somebody else was late, each counted once, up to the day given.
 * Two late prerequisites at once cost the days of one.
 */
export function daysLostOf(instance: Pick<DueInstance, 'obligor' | 'prerequisites'>, until: Day): number {
  const spans = instance.prerequisites
    .filter(({ obligor, isWaived }) => obligor !== instance.obligor && !isWaived)
    .flatMap((one) => lateSpan(one, until))
    .toSorted((one, other) => one.from.localeCompare(other.from));
  let days = 0;
  let reached: Day = '';
  for (const { from, to } of spans) {
    if (to <= reached) continue;
    days += from > reached ? daysFrom(from, to) : daysFrom(reached, to);
    reached = to;
  }
  return days;
}

/** Days by which a prerequisite of somebody else held an instance back, by whoever owed it; concurrent ones are each told in full. */
export function daysHeldBy(instance: DueInstance, today: Day): ReadonlyMap<string, number> {
  const until = instance.deliveredOn ?? today;
  const held = new Map<string, number>();
  if (until <= instance.dueOn) return held;
  for (const one of instance.prerequisites) {
    if (one.obligor === instance.obligor || one.isWaived) continue;
    const days = lateSpan(one, until).reduce((sum, span) => sum + daysFrom(span.from, span.to), 0);
    if (days > 0) held.set(one.obligor, (held.get(one.obligor) ?? 0) + days);
  }
  return held;
}

// From the due day (whose end is when lateness begins) to the delivery, or to where counting stops.
function lateSpan({ dueOn, deliveredOn }: Prerequisite, until: Day): LateSpan[] {
  const to = deliveredOn !== null && deliveredOn < until ? deliveredOn : until;
  return to > dueOn ? [{ from: dueOn, to }] : [];
}
