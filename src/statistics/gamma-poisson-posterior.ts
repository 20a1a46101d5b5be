import { gammaQuantile } from './distributions/gamma-quantile.ts';
import type { AreaRisk, GammaPoisson } from './gamma-poisson.ts';
import type { Interval } from './poisson-interval.ts';

/** A smoothed relative risk: 1 is the risk of the whole. */
export type SmoothedRisk = Interval & { readonly value: number };

/**
 * Relative risk of one area, drawn to those of all, with its interval.
 *
 * Formula: θ | O ~ Gamma(O+ν, rate E+α): mean (O+ν)/(E+α), interval between its quantiles.
 *
 * Source: Clayton & Kaldor (1987), Biometrics 43:671-681.
 *
 * Assumes: as `gammaPoisson`. The fit is taken as known, so that the interval is a little too narrow where areas are few.
 * @example
 * gammaPoissonPosterior({ shape: 1.87949, rate: 1.32167, mean: 1.42206, homogeneous: false, minusLogLikelihood: 181.57607 }, { observed: 9, expected: 1.4 }) // { value: 3.9974, lower: 1.98648, upper: 6.69949 }
 */
export function gammaPoissonPosterior(fit: GammaPoisson, area: AreaRisk, confidence = 0.95): SmoothedRisk {
  if (fit.homogeneous) return { value: fit.mean, lower: fit.mean, upper: fit.mean };
  const shape = area.observed + fit.shape;
  const rate = area.expected + fit.rate;
  const tail = (1 - confidence) / 2;
  return {
    value: shape / rate,
    lower: gammaQuantile(tail, shape) / rate,
    upper: gammaQuantile(1 - tail, shape) / rate,
  };
}
