/** So many earlier periods are needed before anything can be called unusual. */
export const periodsNeeded = 6;

/**
 * The span of what is usual, where a value lies outside of it: the median of the own past, and 3.5 times its median absolute
 * deviation (times 1.4826, as far as a standard deviation of a normal distribution) to each side. Never narrower than what chance
 * alone does to a count of that size. Null where the value is usual, or where there are fewer than six earlier periods.
 *
 * Source: Iglewicz and Hoaglin, How to detect and handle outliers (1993), section 3.
 */
export function unusual(value: number, past: readonly number[]): { low: number; high: number } | null {
  if (past.length < periodsNeeded) return null;
  const middle = median(past);
  const spread = 1.4826 * median(past.map((one) => Math.abs(one - middle)));
  const reach = 3.5 * Math.max(spread, Math.sqrt(Math.abs(middle)), 1);
  const low = past.every((one) => one >= 0) ? Math.max(0, middle - reach) : middle - reach;
  const high = middle + reach;
  return value < low || value > high ? { low: Math.floor(low), high: Math.ceil(high) } : null;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}
