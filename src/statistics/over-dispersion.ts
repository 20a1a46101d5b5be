import { quantileOf } from './quantile-of.ts';
import type { AreaRisk } from './gamma-poisson.ts';

/** How much more areas differ than chance explains, and what to do to a funnel's limits. */
export type OverDispersion = {
  /** Σz²/I of the winsorised scores: about 1 where chance explains all. */
  readonly phi: number;
  /** Whether φ is beyond what chance brings. */
  readonly excessive: boolean;
  /** By what the limits' distances grow squared: φ where it is excessive, else 1; for `funnelLimits`. */
  readonly inflation: number;
  /** Variance between areas on the scale of the relative risk, for limits 1 ± z·√(1/E + τ²). */
  readonly tauSquared: number;
  readonly scores: readonly number[];
};

/**
 * Over-dispersion of areas about a target, from their standardised distances, the outermost tenth at either end pulled in so that true outliers
 * do not hide themselves. No units.
 *
 * Formula: z = (O−E)/√E, winsorised at its 10 % and 90 % quantiles; φ = Σz²/I; excessive where φ > 1 + 2√(2/I);
 * τ² = max(0, (I·φ − (I−1))/(Σw − Σw²/Σw)) with w = E.
 *
 * Source: Spiegelhalter (2005), Statistics in Medicine 24:1185-1202, sections 3.3 and A.3 (τ² after DerSimonian & Laird 1986).
 *
 * Assumes: expected counts are not tiny (z is nearly normal from E ≈ 5 on). Areas of which nothing is expected are left out. Quantiles
 * between two areas are interpolated (Hyndman & Fan's type 7).
 * @param trimmed share at each end that is pulled in
 * @example
 * overDispersion([{ observed: 14, expected: 10 }, { observed: 6, expected: 10 }, { observed: 25, expected: 16 }]).phi // 2.130245
 */
export function overDispersion(areas: readonly AreaRisk[], trimmed = 0.1): OverDispersion {
  const counted = areas.filter(({ expected }) => expected > 0);
  const number = counted.length;
  if (number === 0) return { phi: 1, excessive: false, inflation: 1, tauSquared: 0, scores: [] };
  const raw = counted.map(({ observed, expected }) => (observed - expected) / Math.sqrt(expected));
  const low = quantileOf(raw, trimmed);
  const high = quantileOf(raw, 1 - trimmed);
  const scores = raw.map((score) => Math.min(high, Math.max(low, score)));
  const phi = scores.reduce((sum, score) => sum + score * score, 0) / number;
  const excessive = phi > 1 + 2 * Math.sqrt(2 / number);
  const weight = counted.reduce((sum, { expected }) => sum + expected, 0);
  const squares = counted.reduce((sum, { expected }) => sum + expected * expected, 0);
  const room = weight - squares / weight;
  return {
    phi,
    excessive,
    inflation: excessive ? phi : 1,
    tauSquared: room > 0 ? Math.max(0, (number * phi - (number - 1)) / room) : 0,
    scores,
  };
}
