import {
  classOf,
  classOrder,
  shadeOfClass,
  type AreaClass,
  type ClassedArea,
} from '#domain/analysis/area-class.ts';
import type { Voice } from '../documents/agreement-tables.ts';
import { toldLines, type DrawnBeside } from './told-lines.ts';
import { escaped, ink, writePicture } from './write-picture.ts';

/** Territories beside the whole as the page shows them. */
export type DrawnComparison = DrawnBeside & {
  readonly indicator: { readonly title: string; readonly decimals: number };
  readonly within: { readonly name: string };
  readonly areas: readonly (ClassedArea & { readonly territory: { readonly reference: string } })[];
  readonly classes: readonly { readonly step: number; readonly from: number; readonly to: number }[];
};

/** A map as it was drawn for a size. */
export type DrawnMap = {
  readonly width: number;
  readonly height: number;
  readonly layer: { readonly approximate: boolean };
  readonly areas: readonly { readonly reference: string; readonly name: string; readonly path: string }[];
};

const shades = { 1: '#e1edef', 2: '#b3d2d7', 3: '#7db0b9', 4: '#428694', 5: '#0b5563' } as const;
const hatch =
  '<pattern id="none" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#ffffff"/><line x1="0" y1="0" x2="0" y2="6" stroke="#888888" stroke-width="1.5"/></pattern>';

/** Territories by class on a map, as a picture: no order within a class, hatched where there is no figure. */
export function drawComparison(
  comparison: DrawnComparison,
  map: DrawnMap,
  voice: Voice,
  today: string,
): Uint8Array {
  const { say } = voice;
  const known = new Map(comparison.areas.map((area) => [area.territory.reference, classOf(area)]));
  const classAt = (reference: string): AreaClass => known.get(reference) ?? 'not-reported';
  const used = classOrder.filter((one) => map.areas.some(({ reference }) => classAt(reference) === one));
  const wordsOf = classWords(comparison, voice);
  const dashes = map.layer.approximate ? ' stroke-dasharray="3 2"' : '';
  const title = say('analysis.map.title', {
    title: comparison.indicator.title,
    name: comparison.within.name,
  });
  return writePicture({
    title,
    summary: used
      .map((one) => {
        const names = map.areas.filter(({ reference }) => classAt(reference) === one).map(({ name }) => name);
        return `${wordsOf(one)}: ${names.join(', ')}`;
      })
      .join('. '),
    width: map.width,
    height: map.height,
    marks: [
      `<defs>${hatch}</defs>`,
      ...map.areas.map(
        ({ name, path, reference }) =>
          `<path d="${escaped(path)}" fill="${fillOf(classAt(reference))}" stroke="${ink.soft}" stroke-width="0.6"${dashes}><title>${escaped(`${name}: ${wordsOf(classAt(reference))}`)}</title></path>`,
      ),
    ],
    legend: used.map((one) => ({
      mark: `<rect width="28" height="14" fill="${fillOf(one)}" stroke="${ink.soft}" stroke-width="0.6"/>`,
      words: wordsOf(one),
    })),
    lines: [
      say('analysis.map.note'),
      ...(map.layer.approximate ? [say('places.approximate')] : []),
      ...toldLines(comparison, voice, today),
    ],
  });
}

function fillOf(one: AreaClass): string {
  const shade = shadeOfClass[one];
  return shade === undefined ? 'url(#none)' : shades[shade];
}

function classWords({ classes, indicator }: DrawnComparison, { say, format }: Voice) {
  const isWhole = classes.every(({ from, to }) => Number.isInteger(from) && Number.isInteger(to));
  const digits = isWhole ? 0 : Math.max(1, indicator.decimals);
  return (one: AreaClass): string => {
    const step = /^step-(\d)$/.exec(one)?.[1];
    const bounds = classes.find((known) => String(known.step) === step);
    if (!bounds) return say.dynamic(`analysis.class.${one}`);
    const [from, to] = [format.number(bounds.from, digits), format.number(bounds.to, digits)];
    return say('analysis.class-bounds', { from, to });
  };
}
