import type { analysisOperations } from '#contract/analysis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { drawTrend as asPicture } from '#formats/analysis/draw-trend.ts';
import type { Context } from '../context.ts';
import { listTargets } from '../indicators/list-targets.ts';
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
    bytes: asPicture({ ...trend, targets: await targetsOf(context, trend, input) }, voice, today),
  };
}

// As on the page: what is aimed at for everybody, beside figures of years.
async function targetsOf(
  context: Context,
  { period }: Pick<Awaited<ReturnType<typeof getTrend>>, 'period'>,
  { indicator, territory }: InputOf<Operation>,
) {
  if (period !== 'year') return [];
  const { items } = await listTargets(context, { indicator, territory, below: 'no', limit: 200 });
  return items.filter(({ group, kind }) => kind === 'target' && Object.keys(group).length === 0);
}
