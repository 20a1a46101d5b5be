import { incompleteGamma } from './incomplete-gamma.ts';
import { logGamma } from './log-gamma.ts';
import { normalQuantile } from './normal-quantile.ts';
import { poissonProbability } from './poisson-probability.ts';

/**
 * The point below which a share p of a gamma distribution of the given shape and rate 1 lies. Divide by the rate for another.
 * Half a chi-squared quantile of ν degrees is the gamma quantile of shape ν/2.
 *
 * Formula: Newton's steps on the tail that is smaller, held between bounds that close in; begun at Wilson and Hilferty's
 * (1931) cube, or for the lower tail of small shapes at (p·Γ(a+1))^(1/a), which is nearly exact there.
 *
 * Source: inverse of Abramowitz & Stegun (1964), 6.5.1; starting value ibid. 26.4.17.
 *
 * Assumes: shape > 0; 0 ≤ p ≤ 1.
 * @example
 * gammaQuantile(0.025, 5) // 1.62348639
 */
export function gammaQuantile(probability: number, shape: number): number {
  if (!(shape > 0) || !(probability >= 0 && probability <= 1)) return Number.NaN;
  if (probability === 0) return 0;
  if (probability === 1) return Number.POSITIVE_INFINITY;
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let x = startOf(probability, shape);
  for (let turn = 0; turn < 200; turn += 1) {
    const { lower, upper } = incompleteGamma(shape, x);
    const over = probability < 0.5 ? lower - probability : 1 - probability - upper;
    if (over > 0) high = x;
    else low = x;
    const density = (poissonProbability(shape, x) * shape) / x;
    let next = x - over / density;
    if (!(next > low && next < high)) next = between(low, high);
    if (Math.abs(next - x) <= 1e-15 * x) return next;
    x = next;
  }
  return x;
}

function startOf(probability: number, shape: number): number {
  const small = Math.exp((Math.log(probability) + logGamma(shape + 1)) / shape);
  const ninth = 1 / (9 * shape);
  const cube = shape * (1 - ninth + normalQuantile(probability) * Math.sqrt(ninth)) ** 3;
  return small < 0.2 * shape || !(cube > 0) ? Math.max(small, Number.MIN_VALUE) : cube;
}

function between(low: number, high: number): number {
  if (high === Number.POSITIVE_INFINITY) return Math.max(2 * low, 1);
  return low > 0 && high / low > 4 ? Math.sqrt(low * high) : (low + high) / 2;
}
