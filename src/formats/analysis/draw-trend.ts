import { placeTrend, type ChartPoint, type PlacedTrend, type Sheet } from '#domain/analysis/place-trend.ts';
import { periodWords, shortPeriodWords } from '#words/period-words.ts';
import type { Voice } from '../documents/agreement-tables.ts';
import { toldLines, type DrawnBeside } from './told-lines.ts';
import { escaped, ink, writeLabel, writePicture } from './write-picture.ts';

type Place = { readonly name: string };

/** One territory's own past as the page shows it. */
export type DrawnTrend = DrawnBeside & {
  readonly indicator: { readonly title: string; readonly unit: string; readonly decimals: number };
  readonly territory: Place;
  readonly points: readonly {
    readonly period: string;
    readonly value: number | null;
    readonly state: string;
    readonly heldAt: Place | null;
    readonly interval: { readonly lower: number; readonly upper: number } | null;
    readonly warnings: readonly string[];
    readonly isOpen: boolean;
  }[];
  /** What is aimed at for everybody there, by year. */
  readonly targets: readonly { readonly year: number; readonly value: number }[];
};

const paper: Sheet = { width: 640, height: 300, left: 64, right: 16, top: 28, bottom: 30 };

/** The line of a territory's own past with its band, as a picture. A missing figure is a gap; a rate that is too weak is not drawn. */
export function drawTrend(trend: DrawnTrend, voice: Voice, today: string): Uint8Array {
  const { say, format } = voice;
  const { indicator, points, territory } = trend;
  const held = points.find(({ heldAt }) => heldAt !== null)?.heldAt ?? null;
  const number = (value: number) => format.number(value, indicator.decimals);
  const shown = points.map((point): ChartPoint => {
    const isShown = point.warnings.length === 0 && point.heldAt === null && point.value !== null;
    const words = point.value === null ? say.dynamic(`values.state.${point.state}`) : number(point.value);
    return {
      key: point.period,
      label: shortPeriodWords(point.period, voice),
      says: `${periodWords(point.period, voice)}: ${words}`,
      value: isShown ? point.value : null,
      interval: point.heldAt === null ? point.interval : null,
      isOpen: point.isOpen,
    };
  });
  const aims = trend.targets.map(({ value, year }) => ({
    key: String(year),
    value,
    says: say('analysis.target-says', { year: String(year), value: number(value) }),
  }));
  const placed = placeTrend(shown, aims, paper);
  const told = shown.filter(({ value }) => value !== null);
  return writePicture({
    title: say('analysis.trend-title', { title: indicator.title, name: held?.name ?? territory.name }),
    summary:
      told.length === 0
        ? say('values.note.no-series')
        : [...told, ...aims].map(({ says }) => says).join('; '),
    width: paper.width,
    height: paper.height,
    marks: [...axesOf(placed, indicator.unit, voice), ...lineOf(placed)],
    legend: legendOf(placed, voice),
    lines: [
      ...(held ? [say('analysis.held-lead', { name: territory.name, wider: held.name })] : []),
      ...(told.length === 0 && !held ? [say('values.note.no-series')] : []),
      ...toldLines(trend, voice, today),
    ],
  });
}

function axesOf({ labels, sheet, ticks }: PlacedTrend, unit: string, { format }: Voice): string[] {
  const digits = ticks.every(({ value }) => Number.isInteger(value)) ? 0 : 1;
  return [
    writeLabel(unit, { x: 0, y: 13 }),
    ...ticks.flatMap(({ value, y }) => [
      `<line x1="${sheet.left}" x2="${sheet.width - sheet.right}" y1="${y}" y2="${y}" stroke="${value === 0 ? ink.soft : ink.rule}" stroke-width="${value === 0 ? 1.2 : 0.6}"/>`,
      writeLabel(format.number(value, digits), { x: sheet.left - 6, y: y + 4, anchor: 'end' }),
    ]),
    ...labels.map(({ text, x }) => writeLabel(text, { x, y: sheet.height - 8, anchor: 'middle' })),
  ];
}

function lineOf({ bands, dots, line, targets }: PlacedTrend): string[] {
  return [
    ...bands.map((path) => `<path d="${path}" fill="${ink.band}"/>`),
    `<path d="${line}" fill="none" stroke="${ink.line}" stroke-width="2"/>`,
    ...dots.map(
      ({ isOpen, says, x, y }) =>
        `<circle cx="${x}" cy="${y}" r="4" fill="${isOpen ? '#ffffff' : ink.line}" stroke="${ink.line}" stroke-width="1.5"><title>${escaped(says)}</title></circle>`,
    ),
    ...targets.map(
      ({ says, x, y }) =>
        `<line x1="${x - 14}" x2="${x + 14}" y1="${y}" y2="${y}" stroke="${ink.target}" stroke-width="2.5"><title>${escaped(says)}</title></line>`,
    ),
  ];
}

function legendOf({ bands, dots, targets }: PlacedTrend, { say }: Voice) {
  return [
    ...(bands.length === 0
      ? []
      : [{ mark: `<rect width="28" height="14" fill="${ink.band}"/>`, words: say('analysis.legend.band') }]),
    ...(targets.length === 0
      ? []
      : [
          {
            mark: `<line x1="2" x2="26" y1="7" y2="7" stroke="${ink.target}" stroke-width="2.5"/>`,
            words: say('analysis.legend.target'),
          },
        ]),
    ...(dots.some(({ isOpen }) => isOpen)
      ? [
          {
            mark: `<circle cx="14" cy="7" r="4" fill="#ffffff" stroke="${ink.line}" stroke-width="1.5"/>`,
            words: say('analysis.legend.open'),
          },
        ]
      : []),
  ];
}
