import { poissonInterval, type Interval } from './poisson-interval.ts';

/** A rate with its exact interval, all three per so many person-years. */
export type Rate = Interval & { readonly value: number; readonly per: number };

/**
 * Rate of events by person-time, with its exact interval: events per `per` persons and year.
 *
 * Formula: r = O/N·k; the interval is that of the count (Garwood), divided by N too.
 *
 * Source: Garwood (1936), Biometrika 28:437-442; Breslow & Day (1987), Statistical Methods in Cancer Research II, 2.3.
 *
 * Assumes: person-time is known without error, events are independent. Whether the rate may be shown at all says `rateStanding`.
 * @param persons person-years: `personTime`, or the population for one year
 * @example
 * rate(3, 8000) // { value: 37.5, lower: 7.7, upper: 109.6, per: 100000 }
 */
export function rate(
  events: number,
  persons: number,
  options: { readonly per?: number; readonly confidence?: number } = {},
): Rate {
  const { per = 100_000, confidence = 0.95 } = options;
  if (!(persons > 0)) throw new RangeError('a rate needs people');
  const { lower, upper } = poissonInterval(events, confidence);
  const factor = per / persons;
  return { value: events * factor, lower: lower * factor, upper: upper * factor, per };
}
