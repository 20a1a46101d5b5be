import { incompleteGamma } from './incomplete-gamma.ts';

/**
 * Share of a standard normal distribution below z, Φ(z). A probability, exact in both tails.
 *
 * Formula: Φ(−|z|) = Q(½, z²/2)/2, Q the upper incomplete gamma function.
 *
 * Source: Abramowitz & Stegun (1964), 26.4.19 with 7.1.2.
 *
 * Assumes: nothing about z.
 * @example
 * normalCumulative(-1.96) // 0.0249978951
 */
export function normalCumulative(z: number): number {
  const tail = incompleteGamma(0.5, (z * z) / 2).upper / 2;
  return z > 0 ? 1 - tail : tail;
}
