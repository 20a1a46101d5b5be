import { bandPath, linePath, runsOf, scaleOf } from './chart-scale.ts';

export type ChartPoint = {
  readonly key: string;
  /** What stands under it. */
  readonly label: string;
  /** The figure with its period, in words. */
  readonly says: string;
  readonly value: number | null;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly isOpen?: boolean;
};

export type ChartTarget = { readonly key: string; readonly value: number; readonly says: string };

export type Sheet = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

export const trendPaper = {
  large: { width: 420, height: 240, left: 54, right: 14, top: 28, bottom: 30 },
  small: { width: 240, height: 150, left: 48, right: 14, top: 12, bottom: 30 },
} as const satisfies Record<string, Sheet>;

export type PlacedTrend = ReturnType<typeof placeTrend>;

// Roughly how wide a letter is, in the chart's own units.
const letter = 8;

/** Where everything of a line through time lies on its paper. */
export function placeTrend(points: readonly ChartPoint[], targets: readonly ChartTarget[], sheet: Sheet) {
  const keys = [...new Set([...points, ...targets].map(({ key }) => key))].toSorted();
  const width = sheet.width - sheet.left - sheet.right;
  const x = (key: string) => Math.round(sheet.left + ((keys.indexOf(key) + 0.5) / keys.length) * width);
  const heights = points.flatMap(({ interval, value }) => [value ?? 0, interval?.upper ?? 0]);
  const y = scaleOf([...heights, ...targets.map(({ value }) => value)], {
    from: sheet.height - sheet.bottom,
    to: sheet.top,
    ticks: sheet.width > 300 ? 5 : 3,
  });
  const runs = runsOf(
    points.map(({ interval, key }) => (interval === null ? null : { ...interval, x: x(key) })),
  );
  return {
    sheet,
    ticks: y.ticks.map((value) => ({ value, y: y.at(value) })),
    labels: labelsOf(keys, points, width).map((label) => ({ ...label, x: x(label.key) })),
    line: linePath(points.map(({ key, value }) => (value === null ? null : [x(key), y.at(value)]))),
    bands: runs
      .map((run) => bandPath(run.map((one) => ({ x: one.x, low: y.at(one.lower), high: y.at(one.upper) }))))
      .filter((path) => path !== ''),
    dots: points.flatMap(({ isOpen = false, key, says, value }) =>
      value === null ? [] : [{ key, says, isOpen, x: x(key), y: y.at(value) }],
    ),
    targets: targets.map(({ key, says, value }) => ({ key, says, x: x(key), y: y.at(value) })),
  };
}

// As many labels as there is room for, always the last.
function labelsOf(keys: readonly string[], points: readonly ChartPoint[], width: number) {
  const known = new Map(points.map(({ key, label }) => [key, label]));
  const labels = keys.map((key) => ({ key, text: known.get(key) ?? key }));
  const longest = Math.max(1, ...labels.map(({ text }) => text.length)) * letter + letter;
  const every = Math.max(1, Math.ceil((keys.length * longest) / width));
  return labels.filter((_label, index) => (labels.length - 1 - index) % every === 0);
}
