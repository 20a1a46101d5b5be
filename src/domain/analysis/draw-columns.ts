import type { Drawing, Mark } from './drawing.ts';

export type Column = {
  readonly label: string;
  /** null: there is no figure, which is not zero. */
  readonly value: number | null;
  /** What stands above it, or why there is none. */
  readonly says: string;
  /** The ends of its interval, where the source or the method gives one. */
  readonly interval: readonly [low: number, high: number] | null;
};

const frame = { width: 640, height: 220, left: 8, right: 8, top: 26, bottom: 34 } as const;

/** Columns from zero, each with its number above it and its label below; a gap says why there is no figure. */
export function drawColumns(columns: readonly Column[]): Drawing {
  const { width, height, left, right, top, bottom } = frame;
  const base = height - bottom;
  const most = Math.max(...columns.map(({ value, interval }) => Math.max(value ?? 0, interval?.[1] ?? 0)), 0);
  const step = (width - left - right) / Math.max(columns.length, 1);
  const heightOf = (value: number) => (most === 0 ? 0 : (value / most) * (base - top));
  const marks = columns.flatMap((column, index) =>
    drawColumn(column, { x: left + index * step, step, base, heightOf }),
  );
  return {
    width,
    height,
    marks: [{ kind: 'line', from: [left, base], to: [width - right, base], tone: 'ink' }, ...marks],
  };
}

type Place = {
  readonly x: number;
  readonly step: number;
  readonly base: number;
  readonly heightOf: (value: number) => number;
};

function drawColumn({ label, value, says, interval }: Column, { x, step, base, heightOf }: Place): Mark[] {
  const middle = tenth(x + step / 2);
  const thick = Math.min(step * 0.62, 64);
  const words = (text: string, y: number, tone: 'ink' | 'soft'): Mark => ({
    kind: 'text',
    at: [middle, tenth(y)],
    text,
    anchor: 'middle',
    tone,
  });
  if (value === null) return [words(says, base - 8, 'soft'), words(label, base + 18, 'soft')];
  const tall = heightOf(value);
  const crown = interval ? heightOf(interval[1]) : tall;
  return [
    {
      kind: 'rect',
      x: tenth(middle - thick / 2),
      y: tenth(base - tall),
      width: tenth(thick),
      height: tenth(tall),
      tone: interval ? 'pale' : 'action',
    },
    ...(interval ? drawInterval(middle, base - heightOf(interval[0]), base - heightOf(interval[1])) : []),
    words(says, base - crown - 7, 'ink'),
    words(label, base + 18, 'soft'),
  ];
}

function drawInterval(x: number, low: number, high: number): Mark[] {
  const line = (from: readonly [number, number], to: readonly [number, number]): Mark => ({
    kind: 'line',
    from: [tenth(from[0]), tenth(from[1])],
    to: [tenth(to[0]), tenth(to[1])],
    tone: 'ink',
  });
  return [line([x, low], [x, high]), line([x - 5, low], [x + 5, low]), line([x - 5, high], [x + 5, high])];
}

const tenth = (value: number) => Math.round(value * 10) / 10;
