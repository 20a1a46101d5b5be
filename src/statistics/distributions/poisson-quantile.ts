import { incompleteGamma } from './incomplete-gamma.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * The smallest count r at which a Poisson variable of a mean has P(Y ≤ r) ≥ p. Events.
 *
 * Formula: P(Y ≤ r) = Q(r+1, μ), Q the upper incomplete gamma function; searched from the normal guess in steps of one.
 *
 * Source: definition of a quantile; Abramowitz & Stegun (1964), 26.4.21 for the tail.
 *
 * Assumes: mean ≥ 0; 0 < p < 1.
 * @example
 * poissonQuantile(0.975, 10) // 17
 */
export function poissonQuantile(probability: number, mean: number): number {
  if (!(mean >= 0) || !(probability > 0 && probability < 1)) return Number.NaN;
  if (mean === 0) return 0;
  const z = normalQuantile(probability);
  const below = (count: number) => incompleteGamma(count + 1, mean).upper;
  let count = Math.max(0, Math.floor(mean + z * Math.sqrt(mean) + (z * z - 1) / 6));
  while (below(count) < probability) count += 1;
  while (count > 0 && below(count - 1) >= probability) count -= 1;
  return count;
}
