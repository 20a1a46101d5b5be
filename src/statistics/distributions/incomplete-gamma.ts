import { poissonProbability } from './poisson-probability.ts';

/** The two tails of a distribution at a point; together 1. The smaller is exact to its own last digits. */
export type Tails = { readonly lower: number; readonly upper: number };

/**
 * Regularised incomplete gamma function: the tails of a gamma distribution of the given shape and rate 1 at x. Probabilities.
 * With shape y+1 its upper tail is P(Y ≤ y) of a Poisson variable of mean x; with shape ν/2 at x/2 it is chi-squared of ν degrees.
 *
 * Formula: series γ(a,x) below x = a+1, continued fraction Γ(a,x) above it.
 *
 * Source: Abramowitz & Stegun (1964), 6.5.29 and 6.5.31; the fraction by Lentz's way.
 *
 * Assumes: shape > 0; x ≥ 0.
 * @example
 * incompleteGamma(3, 10) // { lower: 0.99723060428, upper: 0.00276939572 }
 */
export function incompleteGamma(shape: number, x: number): Tails {
  if (!(shape > 0) || !(x >= 0)) return { lower: Number.NaN, upper: Number.NaN };
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const density = poissonProbability(shape, x);
  if (x < shape + 1) {
    const lower = Math.min(1, density * seriesOf(shape, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, density * shape * fractionOf(shape, x));
  return { lower: 1 - upper, upper };
}

/** 1 + x/(a+1) + x²/((a+1)(a+2)) + … */
function seriesOf(shape: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let step = shape + 1; term > sum * 1e-17; step += 1) {
    term *= x / step;
    sum += term;
  }
  return sum;
}

/** 1/(x+1−a− 1(1−a)/(x+3−a− 2(2−a)/(x+5−a− …))) */
function fractionOf(shape: number, x: number): number {
  let odd = x + 1 - shape;
  let above = 1e300;
  let below = 1 / odd;
  let value = below;
  for (let order = 1; order < 1_000_000; order += 1) {
    const factor = -order * (order - shape);
    odd += 2;
    below = 1 / awayFromZero(factor * below + odd);
    above = awayFromZero(odd + factor / above);
    const change = below * above;
    value *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return value;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}
