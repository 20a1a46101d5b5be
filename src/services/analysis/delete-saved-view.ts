import type { analysisOperations } from '#contract/analysis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { deleteViewRow } from '#database/analysis/view-store.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { openView, recordView, staleView } from './view-deed.ts';

type Operation = typeof analysisOperations.deleteSavedView;

export async function deleteSavedView(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const view = await openView(tx, context, input);
    if (!(await deleteViewRow(tx, view))) throw staleView(view);
    await recordView(tx, context, 'deleteSavedView', { before: view, after: null });
    return { done: true };
  });
}
