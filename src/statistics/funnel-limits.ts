import { incompleteGamma } from './distributions/incomplete-gamma.ts';
import { poissonProbability } from './distributions/poisson-probability.ts';
import { poissonQuantile } from './distributions/poisson-quantile.ts';

/** Between the alert limits lie 95 %, between the alarm limits 99.8 % of the areas that are as the target. */
export type FunnelLimits = {
  readonly alarmLower: number;
  readonly alertLower: number;
  readonly alertUpper: number;
  readonly alarmUpper: number;
};

/**
 * Limits of a funnel plot for one area: between which its count would lie if it were as the target. In events; divide by person-time
 * for rates. Interpolated between the steps of the Poisson distribution, so that the funnel is smooth.
 *
 * Formula: E = θ₀N; r = the least count with P(Y ≤ r) ≥ p; a = (P(Y ≤ r) − p)/P(Y = r); limit = r − a, not below 0;
 * p = 0.001, 0.025, 0.975, 0.999. With over-dispersion φ the distance of each from E grows by √φ.
 *
 * Source: Spiegelhalter (2005), Funnel plots for comparing institutional performance, Statistics in Medicine 24:1185-1202, appendix A.1.
 *
 * Assumes: the target is known or of many areas. One in 500 areas that are as the target is beyond the alarm limits by chance.
 * @param expected events at the target rate, θ₀N
 * @param dispersion φ of `overDispersion`, 1 where there is none
 * @example
 * funnelLimits(10) // { alarmLower: 1.2205, alertLower: 3.7752, alertUpper: 16.160, alarmUpper: 20.662 }
 */
export function funnelLimits(expected: number, dispersion = 1): FunnelLimits {
  if (!(expected >= 0) || !(dispersion >= 1))
    throw new RangeError('a funnel needs an expectation, and φ from 1 on');
  const limit = (probability: number) =>
    Math.max(0, expected + (interpolated(probability, expected) - expected) * Math.sqrt(dispersion));
  return {
    alarmLower: limit(0.001),
    alertLower: limit(0.025),
    alertUpper: limit(0.975),
    alarmUpper: limit(0.999),
  };
}

function interpolated(probability: number, expected: number): number {
  if (expected === 0) return 0;
  const count = poissonQuantile(probability, expected);
  const reached = incompleteGamma(count + 1, expected).upper;
  return Math.max(0, count - (reached - probability) / poissonProbability(count, expected));
}
