import { incompleteBeta } from './distributions/incomplete-beta.ts';

/** What was counted, and over how long or of how many. */
export type Counted = { readonly events: number; readonly exposure: number };

/** How many times the rate of another one rate is (null where the other counted nothing), and how often chance brings as much. */
export type CountComparison = { readonly ratio: number | null; readonly probability: number };

/**
 * Whether two counts differ by more than chance brings: the probability of a difference as large or larger either way, if both came at
 * one rate. A probability; the ratio of the rates has no unit.
 *
 * Formula: given n = O₁ + O₂, O₁ ~ Binomial(n, t₁/(t₁+t₂)); twice the smaller tail, at most 1; tails by the incomplete beta function.
 *
 * Source: Przyborowski & Wilenski (1940), Homogeneity of results in testing samples from Poisson series, Biometrika 31:313-323.
 *
 * Assumes: events are independent and come at one rate within each count. Where events come in clusters, as violence does, chance brings
 * more than this says.
 * @example
 * compareCounts({ events: 6, exposure: 1 }, { events: 3, exposure: 1 }) // { ratio: 2, probability: 0.5078 }
 */
export function compareCounts(one: Counted, other: Counted): CountComparison {
  for (const { events, exposure } of [one, other])
    if (!Number.isInteger(events) || events < 0 || !(exposure > 0))
      throw new RangeError('counts are whole numbers over some exposure');
  const ratio = other.events === 0 ? null : one.events / one.exposure / (other.events / other.exposure);
  const all = one.events + other.events;
  if (all === 0) return { ratio, probability: 1 };
  const share = one.exposure / (one.exposure + other.exposure);
  const above = one.events === 0 ? 1 : incompleteBeta(one.events, other.events + 1, share);
  const below = one.events === all ? 1 : 1 - incompleteBeta(one.events + 1, other.events, share);
  return { ratio, probability: Math.min(1, 2 * Math.min(above, below)) };
}
