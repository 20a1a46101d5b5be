import { normalQuantile } from '../distributions/normal-quantile.ts';

/** How the last days are compared: with the seven before (C1), with seven that end two before (C2), or three steps of C2 together (C3). */
export type EarsMethod = 'C1' | 'C2' | 'C3';

export type EarsStep = { readonly upper: number | null; readonly alarm: boolean };

/**
 * Early aberration: whether the last count is above what the weeks just before let expect. For series without years of history. Events.
 *
 * Formula: over the n steps before, C1: U = x̄ + z·s; C2: the same, two steps earlier; C3: U = x̄ + s·(z − Σ over the two steps before of max(0, (x−x̄)/s − 1)),
 * x̄ and s those of C2 for each step; z the 1−α normal quantile. Not below 0.
 *
 * Source: Hutwagner et al. (2003), Journal of Urban Health 80:i89-i96; Fricker, Hegler & Dunfee (2008), Statistics in Medicine 27:3407-3429.
 *
 * Assumes: counts about normal without season over the window. Of small counts it cries often: aggregate first. surveillance's C3 counts from the
 * week itself instead of the mean before; the papers' way is taken here.
 * @param baseline steps compared with
 * @example
 * ears([3, 5, 4, 6, 4, 5, 3, 12], 'C1', { alpha: 0.001 })[7] // { upper: 7.724207, alarm: true }
 */
export function ears(
  series: readonly number[],
  method: EarsMethod,
  options: { readonly alpha?: number; readonly baseline?: number } = {},
): readonly EarsStep[] {
  const { alpha = 0.001, baseline = 7 } = options;
  const z = -normalQuantile(alpha);
  const lag = method === 'C1' ? 0 : 2;
  return series.map((count, at) => {
    const now = momentsBefore(series, at - lag, baseline);
    const upper =
      now && (method === 'C3' ? upperOfThree(series, at, baseline, z, now) : now.mean + z * now.sd);
    if (upper === null) return { upper: null, alarm: false };
    return { upper: Math.max(0, upper), alarm: count > Math.max(0, upper) };
  });
}

type Moments = { readonly mean: number; readonly sd: number };

function momentsBefore(series: readonly number[], end: number, baseline: number): Moments | null {
  if (end < baseline) return null;
  const window = series.slice(end - baseline, end);
  const mean = window.reduce((sum, count) => sum + count, 0) / baseline;
  const squares = window.reduce((sum, count) => sum + (count - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / (baseline - 1)) };
}

function upperOfThree(
  series: readonly number[],
  at: number,
  baseline: number,
  z: number,
  now: Moments,
): number | null {
  let room = z;
  for (const back of [1, 2]) {
    const then = momentsBefore(series, at - back - 2, baseline);
    if (then === null) return null;
    const away = (series[at - back] ?? 0) - then.mean;
    room -= Math.max(0, (then.sd > 0 ? away / then.sd : away > 0 ? Number.POSITIVE_INFINITY : 0) - 1);
  }
  return now.sd === 0 ? now.mean : now.mean + now.sd * room;
}
