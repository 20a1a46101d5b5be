import { compareCounts, funnelLimits } from '#statistics/index.ts';
import type { Day } from '#domain/shared/dates.ts';
import { endOf, type PeriodKind } from '#domain/indicators/period.ts';

/** Events of one period, null where none were told or they are not shown; `persons` of a rate. */
export type PastPoint = {
  readonly start: Day;
  readonly events: number | null;
  readonly persons: number | null;
};

/** What the latest period says beside those before it. Words: `analysis.change.<verdict>`. */
export const verdicts = ['more', 'fewer', 'within-chance', 'too-little'] as const;

export type Verdict = (typeof verdicts)[number];

export type Change = {
  readonly verdict: Verdict;
  readonly latest: { readonly start: Day; readonly events: number };
  /** The periods that it is held against, oldest first. */
  readonly before: readonly Day[];
  /** How many events there would be if all went on as before. */
  readonly expected: number;
  /** Between how many chance alone brings, 95 times of 100. */
  readonly usual: { readonly lower: number; readonly upper: number };
  /** How often chance alone brings a difference as large. */
  readonly probability: number;
};

/** No more than so many earlier periods: what was long ago says little of now. */
const mostBefore = 5;

/**
 * Holds the latest whole period against the same ones before it: against the same month of earlier years, so that the season says
 * nothing. Events of periods that have not ended are left out. @returns null where there is nothing to hold against
 */
export function changeOf(points: readonly PastPoint[], kind: PeriodKind, today: Day): Change | null {
  const whole = points.filter(({ start }) => endOf({ kind, start }) < today);
  const last = whole.findLast(({ events }) => events !== null);
  if (!last || last.events === null) return null;
  const before = whole
    .filter((one) => one.start < last.start && isSameSeason(one.start, last.start, kind))
    .slice(-mostBefore)
    .filter((one) => one.events !== null);
  if (before.length < 2) return null;
  const exposure = (point: PastPoint) => point.persons ?? 1;
  const earlier = {
    events: before.reduce((sum, one) => sum + (one.events ?? 0), 0),
    exposure: before.reduce((sum, one) => sum + exposure(one), 0),
  };
  const expected = (earlier.events / earlier.exposure) * exposure(last);
  const { probability } = compareCounts({ events: last.events, exposure: exposure(last) }, earlier);
  const { alertLower: lower, alertUpper: upper } = funnelLimits(expected);
  return {
    verdict: verdictOf({ events: last.events, earlier: earlier.events, expected, probability }),
    latest: { start: last.start, events: last.events },
    before: before.map(({ start }) => start),
    expected,
    usual: { lower, upper },
    probability,
  };
}

// With fewer events than this in all, no difference but a catastrophe could be told from chance.
const leastEvents = 5;

function verdictOf(of: {
  readonly events: number;
  readonly earlier: number;
  readonly expected: number;
  readonly probability: number;
}): Verdict {
  if (of.probability < 0.05) return of.events > of.expected ? 'more' : 'fewer';
  return of.events + of.earlier < leastEvents ? 'too-little' : 'within-chance';
}

function isSameSeason(one: Day, other: Day, kind: PeriodKind): boolean {
  if (kind === 'year' || kind === 'week' || kind === 'day') return true;
  return one.slice(5, 7) === other.slice(5, 7);
}
