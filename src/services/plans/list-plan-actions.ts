import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { pickActions } from '#database/plans/orphan-views.ts';
import { lookUp, spanOf } from '../actors/look-up.ts';
import { cutPage, readCursor, writeCursor } from '../actors/page-cursor.ts';
import type { Context } from '../context.ts';

type Operation = typeof plansOperations.listPlanActions;

/** Actions to choose from, as far as whoever asks may read them. */
export async function listPlanActions(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const after = readCursor(input.after);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const within = await spanOf(tx, input.territory);
    const filter = { within, text: input.text, planId: input.plan, needId: input.need };
    const rows = await pickActions(tx, filter, { after, limit: input.limit + 1 });
    const { shown, next } = cutPage(rows, input.limit, (row) => writeCursor({ name: row.sort, id: row.id }));
    const names = await lookUp(tx, context, { territories: shown.map((row) => row.territory) });
    return {
      items: shown.map((row) => ({
        id: row.id,
        title: row.title,
        plan: { id: row.plan_id, title: row.plan_title },
        territory: names.place(row.territory),
        standing: row.standing as 'approved',
      })),
      next,
    };
  });
}
