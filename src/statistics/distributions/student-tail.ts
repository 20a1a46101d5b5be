import { incompleteBeta } from './incomplete-beta.ts';

/**
 * Probability that Student's t of some degrees of freedom is further from zero than t, on either side: the p-value of a coefficient.
 *
 * Formula: P(|T| > |t|) = I_{ν/(ν+t²)}(ν/2, ½).
 *
 * Source: Abramowitz & Stegun (1964), 26.7.1.
 *
 * Assumes: degrees > 0.
 * @example
 * studentTail(2.0422724563, 30) // 0.05
 */
export function studentTail(t: number, degrees: number): number {
  return incompleteBeta(degrees / 2, 0.5, degrees / (degrees + t * t));
}
