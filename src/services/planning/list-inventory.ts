import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { planningOperations } from '#contract/planning/index.ts';
import { inScope } from '#database/connection.ts';
import {
  countInventory,
  listInventoryLines,
  type InventoryFilter,
} from '#database/planning/inventory-views.ts';
import { maySomewhere } from '#domain/access/permissions.ts';
import { getPlace } from '../actors/look-up.ts';
import { cutPage, readCursor, writeCursor } from '../actors/page-cursor.ts';
import type { Context, Transaction } from '../context.ts';
import { lookUpForInventory, showLine } from './show-inventory.ts';

type Operation = typeof planningOperations.listInventory;
type Asked = Omit<InputOf<Operation>, 'after' | 'limit'>;

export async function listInventory(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const after = readCursor(input.after);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const filter = await inventoryFilter(tx, input);
    const rows = await listInventoryLines(tx, filter, { after, limit: input.limit + 1 });
    const { shown, next } = cutPage(rows, input.limit, writeCursor);
    const names = await lookUpForInventory(tx, context, shown);
    const deeds = ['edit-plan', 'review-plan'] as const;
    return {
      items: shown.map((line) => showLine(line, names)),
      next,
      ...(await countInventory(tx, filter)),
      abilities: deeds.filter((deed) => maySomewhere(context.actor, deed)),
    };
  });
}

/** What a list or a file holds, its territory found: alone or with all below it. */
export async function inventoryFilter(tx: Transaction, asked: Asked): Promise<InventoryFilter> {
  const place = asked.territory === undefined ? null : await getPlace(tx, asked.territory);
  const within = place && { low: place.id, high: asked.below === 'yes' ? place.lastId : place.id };
  return { ...asked, within };
}
