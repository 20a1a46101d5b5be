import type { analysisOperations } from '#contract/analysis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { drawComparison as asPicture } from '#formats/analysis/draw-comparison.ts';
import type { Context } from '../context.ts';
import { getMap } from '../territories/get-map.ts';
import { compareTerritories } from './compare-territories.ts';
import { penOf } from './pen-of.ts';

type Operation = typeof analysisOperations.drawComparison;

const width = 640;

/** The map of classes that the page shows, as a picture: the same figures by the same door, protected alike. */
export async function drawComparison(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const comparison = await compareTerritories(context, { ...input, format: 'json' });
  if (!('areas' in comparison)) throw new TypeError('a comparison was asked for, not a file');
  const { level, within } = comparison;
  const map = await getMap(context, { reference: within.reference, level, width });
  const { today, voice } = await penOf(context, within.reference);
  return {
    fileName: `${comparison.indicator.code} ${within.reference}.svg`,
    mediaType: 'image/svg+xml',
    bytes: asPicture(comparison, map, voice, today),
  };
}
