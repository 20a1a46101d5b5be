import { normalCumulative } from './normal-cumulative.ts';

/**
 * The z below which a share p of a standard normal distribution lies, Φ⁻¹(p).
 *
 * Formula: a rational first guess, right to 0.00045, then Halley's steps on the smaller tail until nothing changes.
 *
 * Source: Abramowitz & Stegun (1964), 26.2.23; Halley's step for f = Φ(z) − p, f″/f′ = −z.
 *
 * Assumes: 0 ≤ p ≤ 1.
 * @example
 * normalQuantile(0.975) // 1.95996398454
 */
export function normalQuantile(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) return Number.NaN;
  if (probability > 0.5) return -lowerQuantile(1 - probability);
  return lowerQuantile(probability);
}

function lowerQuantile(tail: number): number {
  if (tail === 0) return Number.NEGATIVE_INFINITY;
  if (tail === 0.5) return 0;
  const t = Math.sqrt(-2 * Math.log(tail));
  const above = 2.515517 + t * (0.802853 + t * 0.010328);
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  let z = above / below - t;
  for (let turn = 0; turn < 4; turn += 1) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const newton = (normalCumulative(z) - tail) / density;
    z -= newton / (1 + (z * newton) / 2);
  }
  return z;
}
