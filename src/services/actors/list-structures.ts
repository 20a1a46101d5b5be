import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { listStructureRows } from '#database/actors/structure-views.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { lookUp, spanOf } from './look-up.ts';
import { cutPage, readCursor, writeCursor } from './page-cursor.ts';
import { showStructure } from './show-actors.ts';

type Operation = typeof actorsOperations.listStructures;

export async function listStructures(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const after = readCursor(input.after);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const within = await spanOf(tx, input.territory);
    const filter = { ...input, within, after, limit: input.limit + 1 };
    const { shown, next } = cutPage(
      await listStructureRows(tx, filter, await todayOf(tx, context, input.territory)),
      input.limit,
      writeCursor,
    );
    const names = await lookUp(tx, context, { territories: shown.map((row) => row.territory_id) });
    return { items: shown.map((row) => showStructure(row, names)), next };
  });
}
