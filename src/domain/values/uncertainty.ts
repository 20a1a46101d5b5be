import { poissonInterval, rateStanding, type Interval, type RateWarning } from '#statistics/index.ts';
import { estimateMethods, type Figure } from './figure.ts';

/**
 * What chance does to an indicator: `events` are counted (people, incidents), `event-rate` is events by how many could have had them; of
 * `other` (money, meetings, percentages, estimates) counting says nothing of chance.
 */
export const countings = ['events', 'event-rate', 'other'] as const;

export type Counting = (typeof countings)[number];

/** What an indicator says of itself, as far as chance is concerned. */
export type Measure = {
  readonly topic: string;
  readonly composition: string;
  readonly countsPeople: boolean;
  readonly multiplier: number;
  /** Whether what is below the line is the people who live there. */
  readonly isByPopulation: boolean;
};

// What is done on purpose does not come by chance: who took part in a workshop is no event.
const planned = 'coordination';

/** From "per 1,000" on a ratio is of rare events; a percentage is a share of few. */
const leastMultiplier = 1000;

/** How an indicator counts. */
export function countingOf(measure: Measure): Counting {
  const { composition, countsPeople, multiplier, isByPopulation, topic } = measure;
  if (topic === planned) return 'other';
  if (composition === 'count' && countsPeople) return 'events';
  const isRate = composition === 'ratio' && (isByPopulation || multiplier >= leastMultiplier);
  return isRate ? 'event-rate' : 'other';
}

/** How intervals are found: counted events, the design of a sample, or as the source published it. */
export const intervalMethods = ['poisson', ...estimateMethods] as const;

export type IntervalMethod = (typeof intervalMethods)[number];

/** What is known of a figure beside its value. */
export type Uncertainty = {
  /** Events that it is made of; null where it is no count. */
  readonly events: number | null;
  /** Of a rate, how many could have had them. */
  readonly persons: number | null;
  /** Between what and what the figure would lie if the same circumstances came again, 95 times of 100. */
  readonly interval: Interval | null;
  /** How the interval was found: `poisson` from the count itself, or as its source says. Words: `values.interval.<method>`. */
  readonly method: IntervalMethod | null;
  /** Why a rate is too weak to be shown as it is; then its events and its interval are told. */
  readonly warnings: readonly RateWarning[];
};

const unknown: Uncertainty = { events: null, persons: null, interval: null, method: null, warnings: [] };

/** How sure a figure is: what its source says of that; else the exact interval of its count; and whether a rate may be shown at all. */
export function uncertaintyOf(
  figure: Pick<Figure, 'value' | 'state' | 'parts' | 'estimate'>,
  counting: Counting,
  multiplier: number,
): Uncertainty {
  if (figure.state !== 'value' || figure.value === null) return unknown;
  const { estimate } = figure;
  if (estimate?.interval) return { ...unknown, interval: estimate.interval, method: estimate.method };
  if (counting === 'other') return unknown;
  if (counting === 'events') {
    const { value: events } = figure;
    return isCount(events)
      ? { ...unknown, events, interval: poissonInterval(events), method: 'poisson' }
      : unknown;
  }
  if (figure.parts === null || !isCount(figure.parts.numerator)) return unknown;
  const { numerator: events, denominator: persons } = figure.parts;
  if (!(persons > 0)) return unknown;
  const { lower, upper } = poissonInterval(events);
  const factor = multiplier / persons;
  return {
    events,
    persons,
    interval: { lower: lower * factor, upper: upper * factor },
    method: 'poisson',
    warnings: rateStanding({ events, persons }),
  };
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}
