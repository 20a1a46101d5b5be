import type { Day } from '#domain/shared/dates.ts';
import { dayAfter, daysFrom } from './days.ts';
import type { CommitmentStanding, InstanceStanding, InstanceState } from './vocabulary.ts';

/** What acts have left in the row of an instance. */
export type InstanceFacts = {
  readonly dueOn: Day;
  readonly firstDueOn: Day;
  readonly standing: InstanceStanding;
  readonly forecastOn: Day | null;
  readonly deliveredOn: Day | null;
  readonly noticedOn: Day | null;
  readonly curedOn: Day | null;
  readonly pausedFrom: Day | null;
  /** By how many days pauses that ended have moved the due day. */
  readonly pausedDays: number;
};

/** What has to be known beside the row to say how it stands today. */
export type InstanceCircumstances = {
  /** The day it is where the commitment is owed. */
  readonly today: Day;
  readonly commitment: CommitmentStanding;
  /** Whether it depends on another that is late or will be (`holdsBack`). */
  readonly waitsForLate: boolean;
};

/** The looks of a state; the names are those of the web's StateTag. */
export type StateTone = 'fulfilled' | 'on-time' | 'at-risk' | 'late' | 'not-applicable';

/** How one instance stands: its state, and the days that its words name. */
export type InstanceShown = {
  readonly state: InstanceState;
  readonly tone: StateTone;
  /** Days past the due day, for what is overdue or was handed in late; days left, as a negative number, for what is open; otherwise null. */
  readonly days: number | null;
  /** Whether its due day was set anew; a pause that moved it does not count. */
  readonly isRescheduled: boolean;
  /** Whether whoever owes it still has something to do. */
  readonly isOpen: boolean;
  /** Whether it is past its due day and nothing that stands was handed in, whatever else is said of it. */
  readonly isOverdue: boolean;
};

/** Days before the due day from which something not started is at risk. */
export const daysAtRisk = 7;

const tones: Readonly<Record<InstanceState, StateTone>> = {
  proposed: 'not-applicable',
  'not-started': 'on-time',
  'in-progress': 'on-time',
  'at-risk': 'at-risk',
  overdue: 'late',
  'in-review': 'not-applicable',
  delivered: 'on-time',
  'delivered-late': 'at-risk',
  'sent-back': 'at-risk',
  verified: 'fulfilled',
  'verified-late': 'fulfilled',
  noticed: 'late',
  cured: 'fulfilled',
  breached: 'late',
  paused: 'not-applicable',
  waived: 'not-applicable',
  cancelled: 'not-applicable',
};

const undelivered: ReadonlySet<InstanceStanding> = new Set(['not-started', 'in-progress', 'sent-back']);

/** Whether whoever owes an instance still has to hand something in. */
export function isUndelivered(standing: InstanceStanding): boolean {
  return undelivered.has(standing);
}

/** Whether its due day is over and nothing that stands was handed in. A paused one does not grow late; a proposed one is not owed. */
export function isOverdue(
  instance: Pick<InstanceFacts, 'dueOn' | 'standing' | 'pausedFrom'>,
  { today, commitment }: Pick<InstanceCircumstances, 'today' | 'commitment'>,
): boolean {
  return (
    commitment === 'agreed' &&
    instance.pausedFrom === null &&
    isUndelivered(instance.standing) &&
    today > instance.dueOn
  );
}

/** Whether what was handed in came after the due day. The day it was handed in decides, not the day it was verified. */
export function isDeliveredLate(instance: Pick<InstanceFacts, 'dueOn' | 'deliveredOn'>): boolean {
  return instance.deliveredOn !== null && instance.deliveredOn > instance.dueOn;
}

/** The state of an instance today, out of what acts left and the dates. */
export function stateOfInstance(
  instance: InstanceFacts,
  circumstances: InstanceCircumstances,
): InstanceState {
  const { commitment } = circumstances;
  if (commitment === 'cancelled' || commitment === 'annulled') {
    return instance.standing === 'verified' ? verifiedState(instance) : endedState(instance.standing);
  }
  if (commitment === 'proposed') return 'proposed';
  switch (instance.standing) {
    case 'waived':
    case 'cancelled':
    case 'breached':
      return instance.standing;
    case 'verified':
      return verifiedState(instance);
    case 'delivered':
      return isDeliveredLate(instance) ? 'delivered-late' : 'delivered';
    default:
      return openState(instance, circumstances);
  }
}

function endedState(standing: InstanceStanding): InstanceState {
  return standing === 'waived' || standing === 'breached' ? standing : 'cancelled';
}

function verifiedState(instance: InstanceFacts): InstanceState {
  if (instance.curedOn !== null) return 'cured';
  return isDeliveredLate(instance) ? 'verified-late' : 'verified';
}

function openState(instance: InstanceFacts, circumstances: InstanceCircumstances): InstanceState {
  if (instance.pausedFrom !== null) return 'paused';
  if (instance.noticedOn !== null && instance.curedOn === null) return 'noticed';
  if (isOverdue(instance, circumstances)) return 'overdue';
  if (instance.standing === 'sent-back') return 'sent-back';
  if (isAtRisk(instance, circumstances)) return 'at-risk';
  return instance.standing === 'in-progress' ? 'in-progress' : 'not-started';
}

function isAtRisk(instance: InstanceFacts, { today, waitsForLate }: InstanceCircumstances): boolean {
  const isForecastLate = instance.forecastOn !== null && instance.forecastOn > instance.dueOn;
  const isSoon = instance.standing === 'not-started' && daysFrom(today, instance.dueOn) <= daysAtRisk;
  return isForecastLate || waitsForLate || isSoon;
}

/** How an instance is shown today: its state, its looks, and the days that its words name. */
export function showInstance(instance: InstanceFacts, circumstances: InstanceCircumstances): InstanceShown {
  const state = stateOfInstance(instance, circumstances);
  const isLate = isOverdue(instance, circumstances);
  return {
    state,
    tone: tones[state],
    days: daysOf(instance, state, circumstances.today),
    isRescheduled: instance.dueOn !== dayAfter(instance.firstDueOn, instance.pausedDays),
    isOpen: isOpenState(state),
    isOverdue: isLate,
  };
}

const openStates: ReadonlySet<InstanceState> = new Set([
  'not-started',
  'in-progress',
  'at-risk',
  'overdue',
  'in-review',
  'sent-back',
  'noticed',
  'paused',
]);

/** Whether a state leaves whoever owes it something to do. */
export function isOpenState(state: InstanceState): boolean {
  return openStates.has(state);
}

/** The looks of a state. */
export function toneOf(state: InstanceState): StateTone {
  return tones[state];
}

function daysOf(instance: InstanceFacts, state: InstanceState, today: Day): number | null {
  if (instance.deliveredOn !== null && !isOpenState(state)) {
    return Math.max(0, daysFrom(instance.dueOn, instance.deliveredOn));
  }
  return isOpenState(state) || state === 'proposed' ? daysFrom(instance.dueOn, today) : null;
}

/** The order in which states ask for attention, most pressing first. */
const urgency: readonly InstanceState[] = [
  'noticed',
  'overdue',
  'in-review',
  'sent-back',
  'delivered-late',
  'delivered',
  'at-risk',
  'in-progress',
  'not-started',
  'paused',
  'proposed',
  'breached',
  'cured',
  'verified-late',
  'verified',
  'waived',
  'cancelled',
];

/**
 * Of the times that a commitment falls due, the one that a short text speaks of: what presses most, and of what presses
 * equally the one that falls due first; once nothing is open, the last.
 */
export function mainInstanceOf<Instance extends { readonly state: InstanceState; readonly dueOn: Day }>(
  instances: readonly Instance[],
): Instance | undefined {
  const rank = ({ state }: Instance) => urgency.indexOf(state);
  const firstClosed = urgency.indexOf('breached');
  return instances.toSorted((one, other) => {
    const byRank = rank(one) - rank(other);
    const areClosed = rank(one) >= firstClosed && rank(other) >= firstClosed;
    if (areClosed) return one.dueOn < other.dueOn ? 1 : -1;
    return byRank === 0 ? (one.dueOn < other.dueOn ? -1 : 1) : byRank;
  })[0];
}
