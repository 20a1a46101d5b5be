import { classOf, type ClassedArea } from '#domain/analysis/area-class.ts';
import { placeFunnel, type FunnelFigures } from '#domain/analysis/place-funnel.ts';
import type { Sheet } from '#domain/analysis/place-trend.ts';
import type { Voice } from '../documents/agreement-tables.ts';
import { toldLines, type DrawnBeside } from './told-lines.ts';
import { escaped, ink, writeLabel, writePicture } from './write-picture.ts';

type FunnelArea = ClassedArea & {
  readonly territory: { readonly name: string };
  readonly persons: number | null;
  readonly value: number | null;
};

/** Territories beside the whole as the page shows them in a funnel. */
export type DrawnFunnel = DrawnBeside &
  FunnelFigures<FunnelArea> & {
    readonly indicator: { readonly title: string; readonly unit: string; readonly decimals: number };
    readonly within: { readonly name: string };
  };

const paper: Sheet = { width: 640, height: 360, left: 64, right: 16, top: 28, bottom: 50 };
const dashed = 'stroke-dasharray="5 4"';

/** Rates by how many people live there, between the lines of what chance brings, as a picture. Nobody is first. */
export function drawFunnel(comparison: DrawnFunnel, voice: Voice, today: string): Uint8Array {
  const { say, format } = voice;
  const { indicator, within } = comparison;
  const placed = placeFunnel(comparison, paper);
  const says = (area: FunnelArea) =>
    [
      `${area.territory.name}: ${format.number(area.value ?? 0, indicator.decimals)}`,
      say.dynamic(`analysis.class.${classOf(area)}`),
    ].join(' · ');
  const stroke = (path: string, dashes = '') =>
    `<path d="${path}" fill="none" stroke="${ink.soft}" stroke-width="1.2"${dashes && ` ${dashes}`}/>`;
  return writePicture({
    title: `${indicator.title}. ${say('analysis.funnel.title', { name: within.name })}`,
    summary: placed.placed.map(({ area }) => says(area)).join('; '),
    width: paper.width,
    height: paper.height,
    marks: [
      ...axesOf(placed, indicator.unit, voice),
      ...(placed.whole === null
        ? []
        : [
            `<line x1="${paper.left}" x2="${paper.width - paper.right}" y1="${placed.whole}" y2="${placed.whole}" stroke="${ink.line}" stroke-width="1"/>`,
          ]),
      ...placed.alerts.map((path) => stroke(path, dashed)),
      ...placed.alarms.map((path) => stroke(path)),
      ...placed.placed.map(
        ({ area, x, y }) =>
          `<circle cx="${x}" cy="${y}" r="4.5" fill="${ink.line}"><title>${escaped(says(area))}</title></circle>`,
      ),
    ],
    legend: [
      { mark: stroke('M0,7L28,7', dashed), words: say('analysis.funnel.alert') },
      { mark: stroke('M0,7L28,7'), words: say('analysis.funnel.alarm') },
    ],
    lines: [say('analysis.funnel.lead'), ...toldLines(comparison, voice, today)],
  });
}

function axesOf({ x, y }: ReturnType<typeof placeFunnel>, unit: string, { say, format }: Voice): string[] {
  const digits = y.ticks.every((tick) => Number.isInteger(tick)) ? 0 : 1;
  const right = paper.width - paper.right;
  return [
    writeLabel(unit, { x: 0, y: 13 }),
    ...y.ticks.flatMap((tick) => [
      `<line x1="${paper.left}" x2="${right}" y1="${y.at(tick)}" y2="${y.at(tick)}" stroke="${tick === 0 ? ink.soft : ink.rule}" stroke-width="${tick === 0 ? 1.2 : 0.6}"/>`,
      writeLabel(format.number(tick, digits), { x: paper.left - 6, y: y.at(tick) + 4, anchor: 'end' }),
    ]),
    ...x.ticks.map((tick) =>
      writeLabel(format.number(tick), { x: x.at(tick), y: paper.height - 30, anchor: 'middle' }),
    ),
    writeLabel(say('analysis.funnel.people'), { x: right, y: paper.height - 8, anchor: 'end' }),
  ];
}
