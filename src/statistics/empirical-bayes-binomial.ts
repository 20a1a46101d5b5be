import { momentsOf, type AreaCount, type Smoothed } from './empirical-bayes-marshall.ts';

/**
 * Shares of small groups, each drawn to the share of all the more, the smaller it is: for prevalences that are not rare, such as
 * "felt unsafe", where a count cannot exceed the people asked. Shares from 0 to 1.
 *
 * Formula: b = ΣO/ΣN; s² = ΣN(p−b)²/ΣN; v = b(1−b); ρ = (N·s² − N/N̄·v) / ((N−1)·s² + (N̄−N)/N̄·v); θ = ρp + (1−ρ)b, ρ held between 0 and 1.
 *
 * Source: Martuzzi & Elliott (1996), Empirical Bayes estimation of small area prevalence of non-rare conditions,
 * Statistics in Medicine 15:1867-1873; as in spdep's EBest(family = "binomial").
 *
 * Assumes: counts are binomial, true shares vary about one mean. Not for complex samples, whose effective n is smaller.
 * @example
 * empiricalBayesBinomial([{ events: 2, persons: 10 }, { events: 30, persons: 60 }, { events: 10, persons: 60 }])[0].value // 0.257524
 */
export function empiricalBayesBinomial(areas: readonly AreaCount[]): readonly Smoothed[] {
  if (areas.some(({ events, persons }) => events > persons))
    throw new RangeError('no more cases than people');
  const { mean, variance, meanPersons } = momentsOf(areas);
  const within = mean * (1 - mean);
  return areas.map(({ events, persons }) => {
    if (persons === 0) return { value: mean, ownWeight: 0 };
    const signal = persons * variance - (persons / meanPersons) * within;
    const total = (persons - 1) * variance + ((meanPersons - persons) / meanPersons) * within;
    const ownWeight = total > 0 && signal > 0 ? Math.min(1, signal / total) : 0;
    return { value: ownWeight * (events / persons) + (1 - ownWeight) * mean, ownWeight };
  });
}
