import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { listWorkRows } from '#database/actors/work-store.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { lookUp, spanOf } from './look-up.ts';
import { cutPage, readIdCursor } from './page-cursor.ts';
import { showWork, workIds } from './show-actors.ts';

type Operation = typeof actorsOperations.listPreventionWork;

export async function listPreventionWork(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const after = readIdCursor(input.after);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const within = await spanOf(tx, input.territory);
    const rows = await listWorkRows(tx, { ...input, within, after, limit: input.limit + 1 });
    const { shown, next } = cutPage(rows, input.limit, (row) => row.id);
    const names = await lookUp(tx, context, workIds(shown));
    return { items: shown.map((row) => showWork(row, names)), next };
  });
}
