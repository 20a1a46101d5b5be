/** One of five steps of a map, from low to high. */
export type Step = 1 | 2 | 3 | 4 | 5;

/** From where (included) to where (not included, but for the last). */
export type ValueClass = { readonly step: Step; readonly from: number; readonly to: number };

/**
 * Five classes of even width with round bounds around some values: a map's legend that people can read, and in which nobody is first.
 * Empty where there are no values.
 */
export function valueClasses(values: readonly number[]): ValueClass[] {
  if (values.length === 0) return [];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const from = low >= 0 && low < (high - low) / 2 ? 0 : low;
  const biggest = Math.max(Math.abs(low), Math.abs(high));
  const step = roundUp(Math.max((high - from) / 5, biggest * leastWidth));
  const start = Math.floor(from / step) * step;
  const reach = Math.ceil((high - start) / step) > 5 ? roundUp(step * 1.001) : step;
  const begin = Math.floor(start / reach) * reach;
  return ([1, 2, 3, 4, 5] as const).map((one) => ({
    step: one,
    from: tidy(begin + (one - 1) * reach),
    to: tidy(begin + one * reach),
  }));
}

/** The class in which a value lies; what lies on the last bound belongs to the last. */
export function classOfValue(value: number, classes: readonly ValueClass[]): Step | null {
  const found = classes.find(({ from, to }) => value >= from && value < to);
  const last = classes.at(-1);
  return found?.step ?? (last && value === last.to ? last.step : null);
}

// What is closer together than this, told by itself or against the largest value, is one value: its bounds could not be written apart.
const leastWidth = 1e-9;

// 1, 2, 2.5 or 5 times a power of ten, whichever is next.
function roundUp(width: number): number {
  if (width < leastWidth) return 1;
  const power = 10 ** Math.floor(Math.log10(width));
  const nice = [1, 2, 2.5, 5, 10].find((one) => one * power >= width * (1 - 1e-9)) ?? 10;
  return nice * power;
}

// 0.1 + 0.2 is written 0.3.
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
