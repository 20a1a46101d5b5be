import {
  empiricalBayesMarshall,
  momentsOf,
  shrink,
  type AreaCount,
  type Smoothed,
} from './empirical-bayes-marshall.ts';

/** By what an area was smoothed: its neighbourhood; all areas, for want of neighbours; or nothing, where none of its neighbourhood had an event. */
export type LocalBasis = 'neighbourhood' | 'all-areas' | 'no-events';

export type LocallySmoothed = Smoothed & { readonly mean: number; readonly basis: LocalBasis };

/**
 * Rates of small areas, each drawn to the mean of its own neighbourhood: events per person. Where neighbours are alike and regions differ,
 * it keeps what the global way would level.
 *
 * Formula: over the area and its neighbours J: m = ΣO/ΣN; a = max(0, ΣN(p−m)²/ΣN − m/N̄); θ = m + (p−m)·a/(a + m/N). The centre's m
 * is used for all of J, as GeoDa and esda do; spdep's default takes each neighbour's own. a = m = 0 gives 0, flagged `no-events`.
 *
 * Source: Marshall (1991), Applied Statistics 40:283-294, p. 286; GeoDa's manner, spdep's EBlocal(geoda = TRUE).
 *
 * Assumes: as the global way, within each neighbourhood. Islands, and areas whose neighbourhood has no people, fall back on all areas.
 * @param neighbours for each area the places of its neighbours in the list, itself not among them
 * @example
 * empiricalBayesLocal([{ events: 1, persons: 100 }, { events: 30, persons: 1000 }, { events: 0, persons: 50 }], [[1], [0], []])[2].basis // 'all-areas'
 */
export function empiricalBayesLocal(
  areas: readonly AreaCount[],
  neighbours: readonly (readonly number[])[],
): readonly LocallySmoothed[] {
  if (neighbours.length !== areas.length) throw new RangeError('each area needs its list of neighbours');
  const global = empiricalBayesMarshall(areas);
  return areas.map((area, index) => {
    const places = new Set(neighbours[index]);
    places.delete(index);
    const around = [...places].flatMap((place) => areas[place] ?? []);
    const whole = momentsOf([area, ...around]);
    if (around.length === 0 || whole.meanPersons === 0)
      return { ...shrink(area, global.mean, global.variance), mean: global.mean, basis: 'all-areas' };
    if (whole.mean === 0) return { value: 0, ownWeight: 0, mean: 0, basis: 'no-events' };
    const prior = Math.max(0, whole.variance - whole.mean / whole.meanPersons);
    return { ...shrink(area, whole.mean, prior), mean: whole.mean, basis: 'neighbourhood' };
  });
}
