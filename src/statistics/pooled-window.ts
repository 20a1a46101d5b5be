import { personTime } from './person-time.ts';
import { rate, type Rate } from './rate.ts';
import { rateStanding, type RateWarning } from './rate-standing.ts';

/** One period of a series; `events` is null where nothing was reported, which is not zero. */
export type PeriodCounted = {
  readonly period: string;
  readonly events: number | null;
  readonly population: number;
  readonly years: number;
};

/** Periods taken together, to be labelled by their first and last. `warnings` is empty where the rate may be shown. */
export type PooledWindow = {
  readonly from: string;
  readonly to: string;
  readonly periods: number;
  readonly events: number;
  readonly persons: number;
  readonly rate: Rate;
  readonly warnings: readonly RateWarning[];
};

/**
 * The shortest window of a series, back from its latest reported period, whose rate may be shown: with its label, rate and interval.
 * Where even the longest is too small, that one with what is still missing; null where nothing was reported or nobody lives.
 *
 * Formula: O = Σ events, N = Σ population × years over the window; grown backwards until O ≥ 5 and N ≥ 1,000.
 *
 * Source: as `rateStanding`; the interval by Garwood (1936), Biometrika 28:437-442.
 *
 * Assumes: the risk is about constant over the window, which the page has to say. A period without a report ends the window, since
 * pooling over a gap would count it as zero. The window is chosen by counts, so that its interval is a little too narrow.
 * @param series in order of time, the latest last
 * @example
 * pooledWindow([{ period: '2022', events: 4, population: 8000, years: 1 }, { period: '2023', events: 3, population: 8000, years: 1 }]) // { from: '2022', to: '2023', periods: 2, events: 7, persons: 16000, rate: { value: 43.75, lower: 17.59, upper: 90.14, per: 100000 }, warnings: [] }
 */
export function pooledWindow(
  series: readonly PeriodCounted[],
  options: { readonly per?: number; readonly confidence?: number; readonly longest?: number } = {},
): PooledWindow | null {
  const { longest = Number.POSITIVE_INFINITY } = options;
  const latest = series.findLastIndex(({ events }) => events !== null);
  const gap = series.findLastIndex(({ events }, index) => events === null && index < latest);
  let best: PooledWindow | null = null;
  for (let first = latest; first > gap && latest - first < longest; first -= 1) {
    best = poolOf(series.slice(first, latest + 1), options) ?? best;
    if (best?.warnings.length === 0) break;
  }
  return best;
}

function poolOf(
  window: readonly PeriodCounted[],
  options: { readonly per?: number; readonly confidence?: number },
): PooledWindow | null {
  const first = window.at(0);
  const last = window.at(-1);
  if (first === undefined || last === undefined) return null;
  const events = window.reduce((sum, period) => sum + (period.events ?? 0), 0);
  const persons = personTime(window);
  if (persons === 0) return null;
  return {
    from: first.period,
    to: last.period,
    periods: window.length,
    events,
    persons,
    rate: rate(events, persons, options),
    warnings: rateStanding({ events, persons }),
  };
}
