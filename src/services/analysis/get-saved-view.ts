import type { analysisOperations } from '#contract/analysis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/analysis/refusals.ts';
import type { Context } from '../context.ts';
import { getView, showViews } from './view-deed.ts';

type Operation = typeof analysisOperations.getSavedView;

export async function getSavedView(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const [shown] = await showViews(tx, context, [await getView(tx, input.view)]);
    if (!shown) throw refuse('analysis.view-not-found');
    return shown;
  });
}
