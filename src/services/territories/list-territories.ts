import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { territoriesOperations } from '#contract/territories.ts';
import { inScope } from '#database/connection.ts';
import { listTerritoryRows } from '#database/territories/territory-views.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { findPlace } from './get-place.ts';

type Operation = typeof territoriesOperations.listTerritories;

export async function listTerritories(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { limit } = input;
  const rows = await inScope(context.database, context.actor.scope, async (tx) => {
    const parent = await findPlace(tx, input.parent);
    const within = await findPlace(tx, input.within);
    return listTerritoryRows(tx, {
      day: input.at ?? (await todayOf(tx, context, input.within ?? input.parent ?? input.country)),
      ended: input.ended === 'yes',
      country: input.country ?? null,
      parentId: parent?.id ?? null,
      within,
      kind: input.kind ?? null,
      level: input.level ?? null,
      text: input.text ?? null,
      after: Number(input.after ?? 0),
      limit: limit + 1,
    });
  });
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? String(items.at(-1)?.id) : null };
}
