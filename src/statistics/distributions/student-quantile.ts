import { incompleteBeta } from './incomplete-beta.ts';
import { logGamma } from './log-gamma.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * The t below which a share p of Student's distribution of some degrees of freedom lies.
 *
 * Formula: P(T ≤ −|t|) = I_{ν/(ν+t²)}(ν/2, ½)/2, inverted by Newton's steps held between bounds; for endless degrees it is normal.
 *
 * Source: Abramowitz & Stegun (1964), 26.7.1 and 26.5.27.
 *
 * Assumes: degrees > 0, whole or not; 0 ≤ p ≤ 1.
 * @example
 * studentQuantile(0.975, 30) // 2.04227245630
 */
export function studentQuantile(probability: number, degrees: number): number {
  if (!(degrees > 0) || !(probability >= 0 && probability <= 1)) return Number.NaN;
  if (probability > 0.5) return -studentQuantile(1 - probability, degrees);
  if (probability === 0.5) return 0;
  const normal = normalQuantile(probability);
  if (probability === 0 || degrees > 1e12) return normal;
  let low = Number.NEGATIVE_INFINITY;
  let high = 0;
  let t = normal;
  for (let turn = 0; turn < 300; turn += 1) {
    const over = lowerTail(t, degrees) - probability;
    if (over > 0) high = t;
    else low = t;
    let next = t - over / densityOf(t, degrees);
    if (!(next > low && next < high)) next = low === Number.NEGATIVE_INFINITY ? 2 * high : (low + high) / 2;
    if (Math.abs(next - t) <= 1e-14 * Math.abs(t)) return next;
    t = next;
  }
  return t;
}

function lowerTail(t: number, degrees: number): number {
  return incompleteBeta(degrees / 2, 0.5, degrees / (degrees + t * t)) / 2;
}

function densityOf(t: number, degrees: number): number {
  const level = logGamma((degrees + 1) / 2) - logGamma(degrees / 2) - 0.5 * Math.log(degrees * Math.PI);
  return Math.exp(level - ((degrees + 1) / 2) * Math.log1p((t * t) / degrees));
}
