import { gammaQuantile } from './distributions/gamma-quantile.ts';

/** From where to where; both ends belong to it. */
export type Interval = { readonly lower: number; readonly upper: number };

/**
 * Exact interval for the expected number of events, where some were counted. In events; divide by person-time for a rate.
 *
 * Formula: lower = χ²(α/2; 2O)/2, upper = χ²(1−α/2; 2O+2)/2, which are gamma quantiles of shapes O and O+1; lower is 0 for O = 0.
 *
 * Source: Garwood (1936), Fiducial limits for the Poisson distribution, Biometrika 28:437-442.
 *
 * Assumes: events are independent and come at one rate over the period. It covers at least so often as it says, for small
 * counts more often.
 * @param count events that were counted, a whole number
 * @param confidence share of such intervals that hold the truth
 * @example
 * poissonInterval(5) // { lower: 1.6235, upper: 11.6683 }
 */
export function poissonInterval(count: number, confidence = 0.95): Interval {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a count: ${count}`);
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`not a confidence: ${confidence}`);
  const tail = (1 - confidence) / 2;
  return {
    lower: count === 0 ? 0 : gammaQuantile(tail, count),
    upper: gammaQuantile(1 - tail, count + 1),
  };
}
