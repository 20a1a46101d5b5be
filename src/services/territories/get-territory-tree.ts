import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { territoriesOperations } from '#contract/territories.ts';
import { inScope } from '#database/connection.ts';
import { listTreeRows } from '#database/territories/territory-views.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { getPlace } from './get-place.ts';

type Operation = typeof territoriesOperations.getTerritoryTree;

export async function getTerritoryTree(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { id, lastId, level } = await getPlace(tx, input.reference);
    const day = input.at ?? (await todayOf(tx, context, input.reference));
    return { items: await listTreeRows(tx, { id, lastId, level, depth: input.depth, day }) };
  });
}
