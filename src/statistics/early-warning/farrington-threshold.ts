import { normalQuantile } from '../distributions/normal-quantile.ts';
import type { Interval } from '../poisson-interval.ts';

/** On which scale counts are nearly normal. */
export type PowerTransform = 'none' | '1/2' | '2/3';

/**
 * Between which counts the next one would lie, where a mean with some error is expected. Events.
 *
 * Formula: τ = φ + se²/μ; on the scale y^(2/3): (μ^(2/3) ± z_(1−α/2)·√(4/9·μ^(1/3)·τ))^(3/2), which is μ(1 ± ⅔z√(τ/μ))^(3/2); on √y and y likewise.
 *
 * Source: Farrington et al. (1996), JRSS A 159:547-563, section 3.6.
 *
 * Assumes: counts vary by φ times their mean. Below zero there is nothing.
 * @param error standard error of the mean
 * @param alpha share outside, half of it above
 * @example
 * farringtonThreshold({ mean: 5, error: 0.2, dispersion: 1 }, 0.1) // { lower: 1.8084477, upper: 9.1154825 }
 */
export function farringtonThreshold(
  expected: { readonly mean: number; readonly error: number; readonly dispersion: number },
  alpha: number,
  transform: PowerTransform = '2/3',
): Interval {
  const { mean, error, dispersion } = expected;
  const power = { none: 1, '1/2': 1 / 2, '2/3': 2 / 3 }[transform];
  const tau = dispersion + error ** 2 / mean;
  const spread = power * mean ** (power - 0.5) * Math.sqrt(tau);
  const reach = normalQuantile(1 - alpha / 2) * spread;
  const middle = mean ** power;
  return { lower: Math.max(0, middle - reach) ** (1 / power), upper: (middle + reach) ** (1 / power) };
}
