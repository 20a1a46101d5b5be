import { incompleteGamma } from './distributions/incomplete-gamma.ts';
import type { AreaRisk, GammaPoisson } from './gamma-poisson.ts';

/**
 * Probability that an area's true relative risk is above a threshold: instead of a rank. From 0.8 on: look closer. A probability.
 *
 * Formula: P(θ > t | O) = Q(O+ν, (E+α)·t), Q the upper incomplete gamma function.
 *
 * Source: Clayton & Kaldor (1987), Biometrics 43:671-681 for the posterior; Richardson et al. (2004), Interpreting posterior relative risk
 * estimates in disease-mapping studies, Environmental Health Perspectives 112:1016-1025 for the rule of 0.8.
 *
 * Assumes: as `gammaPoisson`. It says how sure one may be, not how large the risk is.
 * @param threshold a relative risk: 1.2 is a fifth above the whole
 * @example
 * exceedance({ shape: 1.87949, rate: 1.32167, mean: 1.42206, homogeneous: false, minusLogLikelihood: 181.57607 }, { observed: 0, expected: 4.2 }, 1.2) // 0.0082796
 */
export function exceedance(fit: GammaPoisson, area: AreaRisk, threshold: number): number {
  if (!(threshold >= 0)) throw new RangeError(`not a relative risk: ${threshold}`);
  if (fit.homogeneous) return fit.mean > threshold ? 1 : 0;
  return incompleteGamma(area.observed + fit.shape, (area.expected + fit.rate) * threshold).upper;
}
