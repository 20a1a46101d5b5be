import { countQuantile } from './count-quantile.ts';
import {
  fitReferences,
  sameTimesOf,
  warningOf,
  type FarringtonOptions,
  type Reference,
  type Warning,
} from './farrington.ts';

export type FlexibleOptions = FarringtonOptions & {
  /** Into how many parts the year is divided. */
  readonly seasons?: number;
  /** How many of the latest steps are left out of the past, so that what is beginning does not hide itself. */
  readonly leftOut?: number;
};

/**
 * Whether a count is more than past years let expect, from all their steps with their seasons, by a limit that suits small counts. Null where the past is too short. Events.
 *
 * Formula: quasi-Poisson log-linear model of every step of the past years, with time and a factor of seasons (the weeks about the same time are one, the rest of each year
 * is cut into equal parts); weights from residuals of 2.58 on; the trend kept unless the mean is above everything seen; limit: the 1−α quantile of a negative binomial of
 * that mean and dispersion.
 *
 * Source: Noufaily, Enki, Farrington et al. (2013), An improved algorithm for outbreak detection in multiple surveillance systems, Statistics in
 * Medicine 32:1206-1222; Salmon, Schumacher & Höhle (2016), Journal of Statistical Software 70(10) (farringtonFlexible, nbPlugin).
 *
 * Assumes: as `farrington`; the mean is taken as known.
 * @example
 * farringtonFlexible([2, 3, 1, 2, 3, 2, 1, 4, 2, 2, 3, 1, 2, 3, 1, 2, 11], 16, { stepsAYear: 4, years: 3, around: 0, seasons: 4, leftOut: 1 }).alarm // true
 */
export function farringtonFlexible(
  series: readonly (number | null)[],
  at: number,
  options: FlexibleOptions,
): Warning | null {
  const { stepsAYear, years = 5, around = 3, alpha = 0.05, least, seasons = 10, leftOut = around } = options;
  const middles = sameTimesOf(at, years, options);
  if (middles.some((middle) => middle - around < 0)) return null;
  const references = middles
    .flatMap((middle, year) => seasonsOf(middle, (middles[year - 1] ?? at) - middle, around, seasons))
    .concat(Array.from({ length: around + 1 }, (_, back) => ({ at: at - back, season: 0 })))
    .filter((reference) => reference.at < at - leftOut);
  const fit = fitReferences(series, at, references, { years, stepsAYear, weightsFrom: 2.58, trendBelow: 1 });
  if (fit === null) return null;
  return warningOf(series, at, fit, countQuantile(1 - alpha, fit.mean, fit.dispersion), least);
}

/** The steps of one year from the weeks about the same time on: these are season 0, what follows is cut into equal parts, the first ones longer by what is left. */
function seasonsOf(middle: number, steps: number, around: number, seasons: number): readonly Reference[] {
  const window = 2 * around + 1;
  const parts = seasons - 1;
  if (steps - window < parts) throw new RangeError('a year has too few steps for so many seasons');
  const longer = (steps - window) % parts;
  const length = Math.floor((steps - window) / parts);
  const inLonger = longer * (length + 1);
  return Array.from({ length: steps }, (_, step): Reference => {
    const after = step - window;
    const part =
      after < inLonger ? Math.floor(after / (length + 1)) : longer + Math.floor((after - inLonger) / length);
    return { at: middle - around + step, season: after < 0 ? 0 : part + 1 };
  });
}
