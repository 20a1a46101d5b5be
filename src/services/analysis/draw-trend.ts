import type { analysisOperations } from '#contract/analysis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { drawTrend as asPicture } from '#formats/analysis/draw-trend.ts';
import type { Context } from '../context.ts';
import { getTrend } from './get-trend.ts';
import { penOf } from './pen-of.ts';

type Operation = typeof analysisOperations.drawTrend;

/** The own past that the page shows, as a picture: the same figures by the same door, protected alike. */
export async function drawTrend(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const trend = await getTrend(context, input);
  const { today, voice } = await penOf(context, input.territory);
  return {
    fileName: `${trend.indicator.code} ${trend.territory.reference}.svg`,
    mediaType: 'image/svg+xml',
    bytes: asPicture(trend, voice, today),
  };
}
