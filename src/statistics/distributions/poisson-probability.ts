import { logGamma, stirlingRemainder } from './log-gamma.ts';

/**
 * Probability of exactly `count` events where `mean` are expected: P(Y = y) = μ^y e^(−μ) / Γ(y+1). A probability, 0 to 1.
 *
 * Formula: for y ≥ 12 as exp(y·(ln(μ/y) − μ/y + 1) − δ(y)) / √(2πy), δ Stirling's remainder, so that big counts
 * lose no digits; below by ln Γ. It holds between whole numbers too, which the incomplete gamma function makes use of.
 *
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities (the saddle-point form).
 *
 * Assumes: events are independent and come at one rate. Count and mean are not negative.
 * @example
 * poissonProbability(3, 2) // 0.180447044
 */
export function poissonProbability(count: number, mean: number): number {
  if (!(count >= 0) || !(mean >= 0)) return Number.NaN;
  if (mean === 0) return count === 0 ? 1 : 0;
  if (count < 12) return Math.exp(count * Math.log(mean) - mean - logGamma(count + 1));
  const away = (mean - count) / count;
  const exponent = count * (Math.abs(away) < 0.5 ? logMinusItself(away) : Math.log(mean / count) - away);
  // Γ(y+1) = y·Γ(y): the remainder is that of y.
  return Math.exp(exponent - stirlingRemainder(count)) / Math.sqrt(2 * Math.PI * count);
}

/** ln(1+u) − u without the loss of digits that the difference of two near numbers brings. */
function logMinusItself(u: number): number {
  if (Math.abs(u) > 0.1) return Math.log1p(u) - u;
  let term = -u * u;
  let sum = 0;
  for (let order = 2; Math.abs(term) > 1e-18 * Math.abs(sum); order += 1) {
    sum += term / order;
    term *= -u;
    if (order > 60) break;
  }
  return sum;
}
