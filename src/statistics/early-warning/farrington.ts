import { studentTail } from '../distributions/student-tail.ts';
import { farringtonThreshold } from './farrington-threshold.ts';
import { anscombeResiduals, farringtonWeights } from './farrington-weights.ts';
import { quadratic, quasiPoisson, type CountModel } from './quasi-poisson.ts';

export type FarringtonOptions = {
  /** Steps of a year: 52 weeks, 12 months, 4 quarters. */
  readonly stepsAYear: number;
  /** How many years back, and how many steps to either side of the same time of the year. */
  readonly years?: number;
  readonly around?: number;
  /** Where the same time of each past year lies in the series, the last year first: where weeks are of dates and some years have 53. */
  readonly sameTimes?: readonly number[];
  readonly alpha?: number;
  /** No alarm under so many events in the last so many steps. */
  readonly least?: { readonly events: number; readonly steps: number };
};

/** What was expected at a step, above which count it is an alarm, and how far towards it: 1 is the limit. Limit and score are null where too little happened to tell. */
export type Warning = {
  readonly expected: number;
  readonly dispersion: number;
  readonly upper: number | null;
  readonly score: number | null;
  readonly alarm: boolean;
  readonly withTrend: boolean;
};

/** A step of the past with which the present is compared, and the part of the year it lies in where that matters. */
export type Reference = { readonly at: number; readonly season: number };

/**
 * Whether a count is more than the same weeks of past years let expect, with their trend and without their outbreaks. Null where the past is too short. Events.
 *
 * Formula: quasi-Poisson log-linear model of the steps at at−i·year±w; refitted with `farringtonWeights`; the trend is kept where p < 0.05, there are three years, and
 * the mean is not above everything seen; limit U = `farringtonThreshold`(α), so that α/2 lies above; score (y−μ)/(U−μ), an alarm above 1 with at least 5 events in 4 steps.
 *
 * Source: Farrington, Andrews, Beale & Catchpole (1996), JRSS A 159:547-563; as surveillance's farrington.
 *
 * Assumes: years are alike but for trend and chance. Monthly counts of a small municipality are too few: take quarters or a province. An alarm
 * opens a conversation, and orders nothing.
 * @param series counts by step; null where nothing was reported
 * @param at which step is judged, counted from 0
 * @example
 * farrington([2, 3, 1, 2, 3, 2, 1, 4, 2, 2, 3, 1, 9], 12, { stepsAYear: 4, years: 2, around: 1 }).alarm // true
 */
export function farrington(
  series: readonly (number | null)[],
  at: number,
  options: FarringtonOptions,
): Warning | null {
  const { stepsAYear, years = 5, around = 3, alpha = 0.05, least } = options;
  const references = sameTimesOf(at, years, options)
    .flatMap((middle) => Array.from({ length: 2 * around + 1 }, (_, step) => middle - around + step))
    .map((step): Reference => ({ at: step, season: 0 }));
  const fit = fitReferences(series, at, references, { years, stepsAYear, weightsFrom: 1, trendBelow: 0.05 });
  if (fit === null) return null;
  const { upper } = farringtonThreshold(fit, alpha);
  return warningOf(series, at, fit, upper, least);
}

/** Where the same time of each past year lies, the last year first. */
export function sameTimesOf(at: number, years: number, options: FarringtonOptions): readonly number[] {
  const regular = Array.from({ length: years }, (_, year) => at - (year + 1) * options.stepsAYear);
  return options.sameTimes?.slice(0, years) ?? regular;
}

export type ReferenceFit = {
  readonly mean: number;
  readonly error: number;
  readonly dispersion: number;
  readonly withTrend: boolean;
};

type FitOptions = {
  readonly years: number;
  readonly stepsAYear: number;
  readonly weightsFrom: number;
  readonly trendBelow: number;
};

/** What the past lets expect at a step; null where it is too short or too even to tell. */
export function fitReferences(
  series: readonly (number | null)[],
  at: number,
  references: readonly Reference[],
  options: FitOptions,
): ReferenceFit | null {
  const known = references.flatMap(({ at: step, season }) => {
    const count = series[step] ?? null;
    return step < 0 || count === null ? [] : [{ time: (step - at) / options.stepsAYear, season, count }];
  });
  const seasons = [...new Set(known.map(({ season }) => season))].filter((season) => season !== 0);
  const rowOf = (time: number, season: number, trend: boolean) => [
    1,
    ...(trend ? [time] : []),
    ...seasons.map((one) => Number(one === season)),
  ];
  const counts = known.map(({ count }) => count);
  const fit = (trend: boolean) =>
    reweighted(
      known.map(({ time, season }) => rowOf(time, season, trend)),
      counts,
      options.weightsFrom,
    );
  const withTrend = fit(true);
  const keepsTrend = withTrend !== null && isTrend(withTrend, counts, options);
  const model = keepsTrend ? withTrend : fit(false);
  if (model === null || model.degrees < 1) return null;
  const now = rowOf(0, 0, keepsTrend);
  const mean = Math.exp(now.reduce((sum, one, index) => sum + one * (model.coefficients[index] ?? 0), 0));
  const dispersion = Math.max(1, model.dispersion);
  const error = mean * Math.sqrt(dispersion * quadratic(now, model.covariance));
  return { mean, error, dispersion, withTrend: keepsTrend };
}

function reweighted(
  rows: readonly (readonly number[])[],
  counts: readonly number[],
  weightsFrom: number,
): CountModel | null {
  const first = quasiPoisson(
    rows,
    counts,
    counts.map(() => 1),
  );
  if (first === null) return null;
  return quasiPoisson(rows, counts, farringtonWeights(anscombeResiduals(first, counts), weightsFrom));
}

/** Time is the second column; the present is at time 0, so that the first coefficient alone is what is expected now. */
function isTrend(model: CountModel, counts: readonly number[], { years, trendBelow }: FitOptions): boolean {
  const error = Math.sqrt(model.dispersion * (model.covariance[1]?.[1] ?? 0));
  const significant =
    trendBelow >= 1 || studentTail((model.coefficients[1] ?? 0) / error, model.degrees) < trendBelow;
  return years >= 3 && significant && Math.exp(model.coefficients[0] ?? 0) <= Math.max(...counts);
}

/** A step against its limit, or without one where too little happened to tell. */
export function warningOf(
  series: readonly (number | null)[],
  at: number,
  { mean, dispersion, withTrend }: ReferenceFit,
  upper: number,
  least = { events: 5, steps: 4 },
): Warning {
  const latest = series.slice(Math.max(0, at - least.steps + 1), at + 1);
  const enough = latest.reduce<number>((sum, count) => sum + (count ?? 0), 0) >= least.events;
  const count = series[at] ?? null;
  const known = { expected: mean, dispersion, withTrend };
  if (!enough || count === null) return { ...known, upper: null, score: null, alarm: false };
  const score = (count - mean) / (upper - mean);
  return { ...known, upper, score, alarm: count > upper };
}
