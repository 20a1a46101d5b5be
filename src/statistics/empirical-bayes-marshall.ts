/** What was counted in one area, and what it is measured by: people, or the events that were expected. */
export type AreaCount = { readonly events: number; readonly persons: number };

/** A smoothed rate: how much of it is the area's own (1: all of it, 0: it is the mean), and by what mean it was drawn. */
export type Smoothed = { readonly value: number; readonly ownWeight: number };

/** Smoothed rates in the order of the areas; the mean b and variance A of the true rates; whether A had come out below zero. */
export type GlobalSmoothing = {
  readonly mean: number;
  readonly variance: number;
  readonly clipped: boolean;
  readonly areas: readonly Smoothed[];
};

/**
 * Rates of small areas, each drawn to the mean of all the more, the fewer people it has: events per person (per expected event where
 * `persons` are expected events, which gives relative risks).
 *
 * Formula: b = ΣO/ΣN; s² = ΣN(p−b)²/ΣN; A = max(0, s² − b/N̄); θ = b + (p−b)·A/(A + b/N).
 *
 * Source: Marshall (1991), Mapping disease and mortality rates using empirical Bayes estimators, Applied Statistics 40:283-294.
 * A is clipped at 0 as in spdep's EBest; esda's Empirical_Bayes does not clip, and then gives negative weights.
 *
 * Assumes: counts are Poisson; true rates vary about one mean whatever the area. An area without people gets the mean.
 * @example
 * empiricalBayesMarshall([{ events: 1, persons: 100 }, { events: 30, persons: 1000 }, { events: 90, persons: 1000 }]).areas[0].value // 0.0287364
 */
export function empiricalBayesMarshall(areas: readonly AreaCount[]): GlobalSmoothing {
  const { mean, variance, meanPersons } = momentsOf(areas);
  const between = meanPersons > 0 ? variance - mean / meanPersons : 0;
  const prior = Math.max(0, between);
  return {
    mean,
    variance: prior,
    clipped: between < 0,
    areas: areas.map((area) => shrink(area, mean, prior)),
  };
}

/** Mean and person-weighted variance of crude rates, and how many people an area has on average. */
export function momentsOf(areas: readonly AreaCount[]): {
  readonly mean: number;
  readonly variance: number;
  readonly meanPersons: number;
} {
  if (areas.some(({ events, persons }) => !(events >= 0) || !(persons >= 0)))
    throw new RangeError('counts and people are not negative');
  const events = areas.reduce((sum, area) => sum + area.events, 0);
  const persons = areas.reduce((sum, area) => sum + area.persons, 0);
  if (persons === 0) return { mean: 0, variance: 0, meanPersons: 0 };
  const mean = events / persons;
  const squares = areas.reduce(
    (sum, area) => (area.persons > 0 ? sum + area.persons * (area.events / area.persons - mean) ** 2 : sum),
    0,
  );
  return { mean, variance: squares / persons, meanPersons: persons / areas.length };
}

/** One area's rate drawn to a mean, by the variance of the true rates about it. */
export function shrink(area: AreaCount, mean: number, variance: number): Smoothed {
  if (area.persons === 0) return { value: mean, ownWeight: 0 };
  const spread = variance + mean / area.persons;
  const ownWeight = spread === 0 ? 0 : variance / spread;
  return { value: mean + (area.events / area.persons - mean) * ownWeight, ownWeight };
}
