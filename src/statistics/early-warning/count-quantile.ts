import { incompleteBeta } from '../distributions/incomplete-beta.ts';
import { poissonQuantile } from '../distributions/poisson-quantile.ts';

/**
 * The smallest count r with P(Y ≤ r) ≥ p, for counts that vary more than Poisson's: negative binomial of a mean and a dispersion. Events.
 *
 * Formula: Y ~ NB(size μ/(φ−1), probability 1/φ), so that Var = φμ; P(Y ≤ r) = I_(1/φ)(size, r+1). φ = 1 is Poisson.
 *
 * Source: Noufaily et al. (2013), An improved algorithm for outbreak detection in multiple surveillance systems, Statistics in Medicine 32:1206-1222;
 * Abramowitz & Stegun (1964), 26.5.26.
 *
 * Assumes: the mean is known (its own error is left out).
 * @example
 * countQuantile(0.975, 5, 1.5) // 11
 */
export function countQuantile(probability: number, mean: number, dispersion: number): number {
  if (!(dispersion > 1)) return poissonQuantile(probability, mean);
  if (!(mean > 0)) return 0;
  const size = mean / (dispersion - 1);
  let count = 0;
  while (incompleteBeta(size, count + 1, 1 / dispersion) < probability) count += 1;
  return count;
}
