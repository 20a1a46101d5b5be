import { logGamma } from './log-gamma.ts';

/**
 * Regularised incomplete beta function I_x(a, b): the share of a beta distribution below x. A probability.
 * It gives the tails of Student's t, of the binomial and of the negative binomial.
 *
 * Formula: continued fraction where x < (a+1)/(a+b+2), else 1 − I_(1−x)(b, a).
 *
 * Source: Abramowitz & Stegun (1964), 26.5.8 and 26.5.2; the fraction by Lentz's way.
 *
 * Assumes: a, b > 0; 0 ≤ x ≤ 1.
 * @example
 * incompleteBeta(2, 3, 0.4) // 0.5248
 */
export function incompleteBeta(a: number, b: number, x: number): number {
  if (!(a > 0) || !(b > 0) || !(x >= 0 && x <= 1)) return Number.NaN;
  if (x === 0 || x === 1) return x;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2)
    ? (front * fractionOf(a, b, x)) / a
    : 1 - (front * fractionOf(b, a, 1 - x)) / b;
}

function fractionOf(a: number, b: number, x: number): number {
  let above = 1;
  let below = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = below;
  for (let order = 1; order < 100_000; order += 1) {
    const twice = a + 2 * order;
    const even = (order * (b - order) * x) / ((twice - 1) * twice);
    const odd = (-(a + order) * (a + b + order) * x) / (twice * (twice + 1));
    below = 1 / awayFromZero(1 + even * below);
    above = awayFromZero(1 + even / above);
    value *= below * above;
    below = 1 / awayFromZero(1 + odd * below);
    above = awayFromZero(1 + odd / above);
    const change = below * above;
    value *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return value;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}
