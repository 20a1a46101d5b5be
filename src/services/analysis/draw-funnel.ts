import type { analysisOperations } from '#contract/analysis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { refuse } from '#domain/analysis/refusals.ts';
import { drawFunnel as asPicture } from '#formats/analysis/draw-funnel.ts';
import type { Context } from '../context.ts';
import { compareTerritories } from './compare-territories.ts';
import { penOf } from './pen-of.ts';

type Operation = typeof analysisOperations.drawFunnel;

/** The funnel that the page shows, as a picture: the same figures by the same door, protected alike. */
export async function drawFunnel(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const comparison = await compareTerritories(context, { ...input, format: 'json' });
  if (!('areas' in comparison)) throw new TypeError('a comparison was asked for, not a file');
  if (comparison.funnel.length === 0) throw refuse('analysis.no-funnel');
  const { today, voice } = await penOf(context, comparison.within.reference);
  return {
    fileName: `${comparison.indicator.code} ${comparison.within.reference} ${voice.say('analysis.funnel.file')}.svg`,
    mediaType: 'image/svg+xml',
    bytes: asPicture(comparison, voice, today),
  };
}
