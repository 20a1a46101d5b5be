import { instanceStandingAfter, type InstanceAct } from '#domain/commitments/acts.ts';
import { verifyBy } from '#domain/commitments/evidence.ts';
import type { InstanceStanding } from '#domain/commitments/vocabulary.ts';
import { addCalendarDays, daysFrom } from '#domain/shared/calendar.ts';
import type { Day } from '#domain/shared/dates.ts';

/** One thing done to an instance of the example. */
export type CourseStep = {
  readonly act: InstanceAct;
  readonly on: Day;
  readonly reason: string | null;
  /** The day that a forecast names. */
  readonly to: Day | null;
  /** Whether what is handed in is a file, not an address. */
  readonly hasFile: boolean;
};

/** How a past due date of the example went. */
export type ExampleOutcome = 'kept' | 'late' | 'overdue';

/** Of the due dates that are counted, every so many was missed: overdue and late in turn. */
const everyFourth = 4;

/**
 * Counts the past due dates of each side apart, in the order of the file: the fourth is overdue, the eighth was handed in
 * late, the twelfth is overdue, and so on; the rest was kept. Nobody's real performance decides.
 */
export function countingRule(): (side: 'national' | 'local') => ExampleOutcome {
  const counted = { national: 0, local: 0 };
  return (side) => {
    counted[side] += 1;
    if (counted[side] % everyFourth !== 0) return 'kept';
    return (counted[side] / everyFourth) % 2 === 1 ? 'overdue' : 'late';
  };
}

type Past = {
  readonly due: Day;
  readonly today: Day;
  readonly began: Day;
  /** Spreads the days, so that not everything happens on one. */
  readonly spread: number;
};

const step = (act: InstanceAct, on: Day): CourseStep => ({
  act,
  on,
  reason: null,
  to: null,
  hasFile: false,
});

/** What was done to a past due date, by how it went. What would lie ahead of today has not been done yet. */
export function courseByOutcome(outcome: ExampleOutcome, { due, today, began, spread }: Past): CourseStep[] {
  const notBefore = (day: Day) => (day < began ? began : day);
  const started = step('started', notBefore(addCalendarDays(due, -15)));
  if (outcome === 'overdue') return [started];
  const delivered =
    outcome === 'kept'
      ? notBefore(addCalendarDays(due, -(spread % 5) - 1))
      : addCalendarDays(due, Math.min(9, daysFrom(due, today)));
  const accepted = addCalendarDays(delivered, 3 + (spread % 6));
  return [started, step('delivered', delivered), step('accepted', accepted)].filter(({ on }) => on <= today);
}

/**
 * Reads a course as the file writes it: `started -20;delivered -6 file;more-asked -4 what is missing`. Days count from today; after
 * `forecast` stands the day that it names.
 */
export function readCourse(text: string, dayOf: (days: number) => Day): CourseStep[] {
  return text
    .split(';')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [act = '', day = '', ...rest] = part.trim().split(' ');
      const to = act === 'forecast' ? rest.shift() : undefined;
      const hasFile = rest[0] === 'file';
      return {
        act: act as InstanceAct,
        on: dayOf(Number(day)),
        reason: hasFile || rest.length === 0 ? null : rest.join(' '),
        to: to === undefined ? null : dayOf(Number(to)),
        hasFile,
      };
    });
}

const resultOf = { accepted: 'accepted', rejected: 'rejected', 'more-asked': 'more' } as const;

/** How an instance stands after its course, as the columns of its row. */
export type InstanceAfter = {
  standing: InstanceStanding;
  started_on: Day | null;
  forecast_on: Day | null;
  forecast_reason: string | null;
  delivered_on: Day | null;
  verify_by: Day | null;
  verified_on: Day | null;
  verified_by_party: string | null;
  first_review: 'accepted' | 'rejected' | 'more' | null;
};

/**
 * Plays a course through the acts that there are; one that has no place where it stands is refused.
 * @throws Refusal `commitments.not-as-it-stands`
 */
export function playCourse(steps: readonly CourseStep[], verifierId: string | null): InstanceAfter {
  const after: InstanceAfter = {
    standing: 'not-started',
    started_on: null,
    forecast_on: null,
    forecast_reason: null,
    delivered_on: null,
    verify_by: null,
    verified_on: null,
    verified_by_party: null,
    first_review: null,
  };
  for (const done of steps) {
    after.standing = instanceStandingAfter(done.act, { commitment: 'agreed', instance: after.standing });
    Object.assign(after, changeOf(done, after, verifierId));
  }
  return after;
}

function changeOf(done: CourseStep, now: InstanceAfter, verifierId: string | null): Partial<InstanceAfter> {
  const { act, on } = done;
  switch (act) {
    case 'started':
      return { started_on: on };
    case 'forecast':
      return { forecast_on: done.to, forecast_reason: done.reason };
    case 'delivered':
      return { started_on: now.started_on ?? on, delivered_on: on, verify_by: verifyBy(on) };
    case 'accepted':
      return { first_review: now.first_review ?? 'accepted', verified_on: on, verified_by_party: verifierId };
    case 'rejected':
    case 'more-asked':
      return { first_review: now.first_review ?? resultOf[act], delivered_on: null, verify_by: null };
    default:
      throw new Error(`example: a course cannot have ${act}`);
  }
}

/** The review that a step gives to what waits; null where it gives none. */
export function reviewOf(act: InstanceAct): 'accepted' | 'rejected' | 'more' | null {
  return act === 'accepted' || act === 'rejected' || act === 'more-asked' ? resultOf[act] : null;
}
