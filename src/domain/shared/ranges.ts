/** A span of territory numbers, both ends included. */
export type NumberRange = { readonly low: number; readonly high: number };

/** Whether any of the ranges holds the number. */
export function rangesHold(ranges: readonly NumberRange[], number: number): boolean {
  return ranges.some((range) => range.low <= number && number <= range.high);
}

/** The ranges as PostgreSQL writes an int4multirange: `{[1,5],[9,9]}`. */
export function asMultirange(ranges: readonly NumberRange[]): string {
  for (const { low, high } of ranges) {
    if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high))
      throw new TypeError('range of whole numbers');
  }
  return `{${ranges.map(({ low, high }) => `[${low},${high}]`).join(',')}}`;
}

/** The same numbers in the fewest ranges, in order. */
export function uniteRanges(ranges: readonly NumberRange[]): readonly NumberRange[] {
  const united: NumberRange[] = [];
  for (const range of ranges.toSorted((one, other) => one.low - other.low)) {
    const last = united.at(-1);
    if (last && range.low <= last.high + 1) {
      united[united.length - 1] = { low: last.low, high: Math.max(last.high, range.high) };
    } else {
      united.push(range);
    }
  }
  return united;
}

/** The numbers that both lists hold. */
export function intersectRanges(
  some: readonly NumberRange[],
  others: readonly NumberRange[],
): readonly NumberRange[] {
  const common = some.flatMap((one) =>
    others.map((other) => ({ low: Math.max(one.low, other.low), high: Math.min(one.high, other.high) })),
  );
  return uniteRanges(common.filter(({ low, high }) => low <= high));
}
