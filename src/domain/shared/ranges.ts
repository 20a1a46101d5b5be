/** A span of territory numbers, both ends included. */
export type NumberRange = { readonly low: number; readonly high: number };

/** Whether any of the ranges holds the number. */
export function rangesHold(ranges: readonly NumberRange[], number: number): boolean {
  return ranges.some((range) => range.low <= number && number <= range.high);
}

/** The ranges as PostgreSQL writes an int4multirange: `{[1,5],[9,9]}`. */
export function asMultirange(ranges: readonly NumberRange[]): string {
  for (const { low, high } of ranges) {
    if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high)) throw new TypeError('range of whole numbers');
  }
  return `{${ranges.map(({ low, high }) => `[${low},${high}]`).join(',')}}`;
}
