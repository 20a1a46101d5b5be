/** A line of numbers on paper: where a number lies, and the round numbers to write beside it. */
export type Scale = {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
  readonly low: number;
  readonly high: number;
};

/** The round numbers, some so many of them, that hold a span: steps of 1, 2 or 5 times a power of ten. */
export function roundTicks(low: number, high: number, about = 5): number[] {
  if (!(high > low)) return [low];
  const rough = (high - low) / Math.max(1, about);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((one) => one * power >= rough * 0.999) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_unused, index) => tidy((first + index) * step));
}

/** A scale from zero (or from the least, where that is below it) to a round number above the greatest. */
export function scaleOf(
  values: readonly number[],
  paper: { readonly from: number; readonly to: number; readonly ticks?: number },
): Scale {
  const high = Math.max(0, ...values);
  const low = Math.min(0, ...values);
  const ticks = roundTicks(low, high > low ? high : low + 1, paper.ticks ?? 5);
  const first = ticks[0] ?? low;
  const last = ticks.at(-1) ?? high;
  const at = (value: number) =>
    round(paper.from + ((value - first) / (last - first)) * (paper.to - paper.from));
  return { at, ticks, low: first, high: last };
}

/** A logarithmic scale, for sizes of places that differ by a thousand times; marks at 1, 2 and 5 times powers of ten. */
export function logScaleOf(
  values: readonly number[],
  paper: { readonly from: number; readonly to: number },
): Scale {
  const positive = values.filter((value) => value > 0);
  const low = positive.length > 0 ? Math.min(...positive) : 1;
  const high = Math.max(low * 1.01, ...positive);
  const at = (value: number) =>
    round(paper.from + (Math.log(value / low) / Math.log(high / low)) * (paper.to - paper.from));
  const powers = Array.from({ length: 12 }, (_unused, power) => 10 ** power);
  const marks = powers.flatMap((power) => [power, 2 * power, 5 * power]);
  const ticks = marks.filter((mark) => mark >= low && mark <= high);
  return { at, ticks, low, high };
}

/** Points joined by lines; where one is missing the line breaks, and what is not known is not drawn. */
export function linePath(points: readonly (readonly [number, number] | null)[]): string {
  let path = '';
  let isDown = false;
  for (const point of points) {
    if (point) path += `${isDown ? 'L' : 'M'}${point[0]},${point[1]}`;
    isDown = point !== null;
  }
  return path;
}

/** The band between two lines, in as many pieces as there are gaps. */
export function bandPath(
  points: readonly { readonly x: number; readonly low: number; readonly high: number }[],
): string {
  if (points.length < 2) return '';
  const there = points.map(({ x, high }) => `${x},${high}`);
  const back = points.toReversed().map(({ x, low }) => `${x},${low}`);
  return `M${[...there, ...back].join('L')}Z`;
}

/** The runs without a gap in a list. */
export function runsOf<Item>(items: readonly (Item | null)[]): Item[][] {
  const runs: Item[][] = [[]];
  for (const item of items) {
    if (item === null) runs.push([]);
    else runs.at(-1)?.push(item);
  }
  return runs.filter((run) => run.length > 0);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

// 0.1 + 0.2 is written 0.3.
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
