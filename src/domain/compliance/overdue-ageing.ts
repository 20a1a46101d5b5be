/** C3: how long what is late has been late, in days of the obligor's own. Null where nothing is. */
export type OverdueAgeing = {
  readonly count: number;
  readonly median: number | null;
  readonly p90: number | null;
};

/**
 * C3, ageing of overdue: the median and the ninth decile of the days overdue, days lost to others taken off.
 * Quantiles are interpolated linearly between order statistics (Hyndman and Fan 1996, type 7), as PostgreSQL's `percentile_cont` does.
 *
 * Example: 1, 2, 3 and 10 days: median 2.5, p90 7.9.
 */
export function overdueAgeing(ownDays: readonly number[]): OverdueAgeing {
  const sorted = ownDays.toSorted((one, other) => one - other);
  return { count: sorted.length, median: quantileOf(sorted, 0.5), p90: quantileOf(sorted, 0.9) };
}

function quantileOf(sorted: readonly number[], share: number): number | null {
  const position = (sorted.length - 1) * share;
  const low = sorted[Math.floor(position)];
  const high = sorted[Math.ceil(position)];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (position - Math.floor(position));
}
