import {
  empiricalBayesLocal,
  empiricalBayesMarshall,
  exceedance,
  funnelLimits,
  funnelPosition,
  gammaPoisson,
  gammaPoissonPosterior,
  overDispersion,
  rateStanding,
  type FunnelPosition,
  type Interval,
  type LocalBasis,
} from '#statistics/index.ts';
import type { Neighbours } from '#domain/territories/neighbours.ts';

/** Events of an area and the people who could have had them, over the same time. */
export type AreaEvents = { readonly id: number; readonly events: number; readonly persons: number };

/** The classes in which areas are grouped, instead of a rank. */
export const positions = ['far-below', 'below', 'as-expected', 'above', 'far-above'] as const;

/** How small areas borrow strength: of many, by the distribution of their risks; of few, by mean and variance; else not at all. */
export type Smoothing = 'gamma-poisson' | 'marshall' | null;

export type AreaCompared = AreaEvents & {
  /** Events that it would have at the rate of the whole. */
  readonly expected: number;
  readonly position: FunnelPosition;
  /** Its rate drawn to that of all, and how sure one may be of that; null where it is not to be released. */
  readonly smoothed: (Partial<Interval> & { readonly value: number }) | null;
  /** How likely its true rate is a fifth above that of the whole. */
  readonly exceedance: number | null;
  /** Its rate drawn to that of its neighbours, and whether it has any; null where it is not to be released or nobody knows neighbours. */
  readonly local: { readonly value: number; readonly basis: LocalBasis } | null;
};

export type FunnelPoint = {
  readonly persons: number;
  readonly alarmLower: number;
  readonly alertLower: number;
  readonly alertUpper: number;
  readonly alarmUpper: number;
};

export type Compared = {
  readonly areas: readonly AreaCompared[];
  /** The rate of the whole, in events by person. */
  readonly rate: number;
  /** How much more areas differ than chance explains, and whether the lines were widened by it. */
  readonly dispersion: { readonly phi: number; readonly isExcessive: boolean; readonly isWidened: boolean };
  readonly smoothing: Smoothing;
  readonly funnel: readonly FunnelPoint[];
};

// A gamma distribution of risks wants some ten areas; mean and variance want a few.
const leastFor = { gammaPoisson: 10, marshall: 4 } as const;
// Up to here areas differ as things do that are alike; beyond, they are truly different, and wider lines would hide just that.
const mostWidened = 4;
/** From a fifth above the whole on, a rate is worth a closer look. */
const threshold = 1.2;

/**
 * Holds areas against the whole that they lie in, without putting them in order: where each stands in the funnel, its rate smoothed where it
 * may be, by all areas and by its neighbours, and how likely it is truly above. @returns null where nobody lives, or nothing happened, in the whole
 */
export function compareAreas(
  areas: readonly AreaEvents[],
  whole: Omit<AreaEvents, 'id'>,
  neighbours: Neighbours | null = null,
): Compared | null {
  if (!(whole.persons > 0) || whole.events === 0) return null;
  const rate = whole.events / whole.persons;
  const risks = areas.map(({ events, persons }) => ({ observed: events, expected: rate * persons }));
  const { phi, excessive } = overDispersion(risks);
  const isWidened = excessive && phi <= mostWidened;
  const smooth = smootherOf(areas, rate);
  const locals = neighbours ? localsOf(areas, neighbours) : null;
  const limitsAt = (persons: number) => funnelLimits(rate * persons, isWidened ? phi : 1);
  return {
    rate,
    dispersion: { phi, isExcessive: excessive, isWidened },
    smoothing: smooth.way,
    areas: areas.map((area, index) => ({
      ...area,
      expected: rate * area.persons,
      position: funnelPosition(area.events, limitsAt(area.persons)),
      ...smooth.of(area, index),
      local: locals?.[index] ?? null,
    })),
    funnel: funnelOf(areas, limitsAt),
  };
}

type Smoothed = Pick<AreaCompared, 'smoothed' | 'exceedance'>;
type Smoother = { readonly way: Smoothing; of(area: AreaEvents, index: number): Smoothed };

const nothing: Smoothed = { smoothed: null, exceedance: null };

// What is smoothed is released only where enough was counted to stand on its own.
const isReleased = (area: AreaEvents) => rateStanding(area).length === 0;

function smootherOf(areas: readonly AreaEvents[], rate: number): Smoother {
  const inhabited = areas.filter(({ persons }) => persons > 0);
  if (inhabited.length >= leastFor.gammaPoisson && areas.every(({ events }) => Number.isInteger(events))) {
    const riskOf = ({ events, persons }: AreaEvents) => ({ observed: events, expected: rate * persons });
    const fit = gammaPoisson(areas.map(riskOf));
    return {
      way: 'gamma-poisson',
      of(area) {
        if (!isReleased(area)) return nothing;
        const { lower, upper, value } = gammaPoissonPosterior(fit, riskOf(area));
        return {
          smoothed: { value: value * rate, lower: lower * rate, upper: upper * rate },
          exceedance: exceedance(fit, riskOf(area), threshold),
        };
      },
    };
  }
  if (inhabited.length < leastFor.marshall) return { way: null, of: () => nothing };
  const { areas: drawn } = empiricalBayesMarshall(areas);
  return {
    way: 'marshall',
    of(area, index) {
      const value = drawn[index]?.value;
      return isReleased(area) && value !== undefined ? { smoothed: { value }, exceedance: null } : nothing;
    },
  };
}

/** Each area drawn to its neighbourhood, where enough was counted there; fewer than a few areas have no neighbourhood to speak of. */
function localsOf(areas: readonly AreaEvents[], neighbours: Neighbours): AreaCompared['local'][] | null {
  if (areas.filter(({ persons }) => persons > 0).length < leastFor.marshall) return null;
  const places = new Map(areas.map(({ id }, index) => [id, index]));
  const around = areas.map(({ id }) =>
    (neighbours[String(id)] ?? []).flatMap((other) => places.get(other) ?? []),
  );
  return empiricalBayesLocal(areas, around).map(({ basis, value }, index) => {
    const area = areas[index];
    return area && isReleased(area) ? { value, basis } : null;
  });
}

const steps = 40;

// The funnel's lines as rates, from the smallest area to the largest; closer where it is narrow.
function funnelOf(
  areas: readonly AreaEvents[],
  limitsAt: (persons: number) => Omit<FunnelPoint, 'persons'>,
): FunnelPoint[] {
  const people = areas.map(({ persons }) => persons).filter((persons) => persons > 0);
  if (people.length === 0) return [];
  const low = Math.min(...people) * 0.8;
  const high = Math.max(...people) * 1.05;
  return Array.from({ length: steps + 1 }, (_unused, step) => {
    const persons = low * (high / low) ** (step / steps);
    const { alarmLower, alertLower, alertUpper, alarmUpper } = limitsAt(persons);
    return {
      persons,
      alarmLower: alarmLower / persons,
      alertLower: alertLower / persons,
      alertUpper: alertUpper / persons,
      alarmUpper: alarmUpper / persons,
    };
  });
}
