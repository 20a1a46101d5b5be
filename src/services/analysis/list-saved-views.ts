import type { analysisOperations } from '#contract/analysis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { listViewRows } from '#database/analysis/view-store.ts';
import { inScope } from '#database/connection.ts';
import { cutPage, readIdCursor } from '../actors/page-cursor.ts';
import type { Context } from '../context.ts';
import { showViews } from './view-deed.ts';

type Operation = typeof analysisOperations.listSavedViews;

/** Row security gives everybody their own, their organisation's, and those for everybody. */
export async function listSavedViews(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const after = readIdCursor(input.after);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const rows = await listViewRows(tx, { after, limit: input.limit + 1 });
    const { shown, next } = cutPage(rows, input.limit, ({ id }) => id);
    return { items: await showViews(tx, context, shown), next };
  });
}
