import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { valuePlaceOperations } from '#contract/values/places.ts';
import { findAccountNames } from '#database/agreements/author-views.ts';
import { inScope } from '#database/connection.ts';
import { listPlaceAliasRows } from '#database/value-imports/place-alias-store.ts';
import { mayDo, permitSomewhere } from '#domain/access/permissions.ts';
import { cutPage } from '../actors/page-cursor.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { daysAt } from '../today.ts';

type Operation = typeof valuePlaceOperations.listValuePlaces;

/** What files call places, as people settled it. */
export async function listValuePlaces(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'import');
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { after = null, country, limit } = input;
    const rows = await listPlaceAliasRows(tx, { country, after, limit: limit + 1 });
    const { shown, next } = cutPage(rows, limit, (row) => row.key);
    const people = await findAccountNames(
      tx,
      shown.map((row) => row.accountId),
    );
    const names = await lookUp(tx, context, { territories: shown.map((row) => row.placeId) });
    const dayOf = await daysAt(tx, country);
    return {
      items: shown.map((row) => ({
        key: row.key,
        place: names.place(row.placeId),
        since: dayOf(row.keptAt),
        by: row.accountId === null ? null : (people.get(row.accountId) ?? null),
        abilities: mayDo(context.actor, 'import', { territoryId: row.territoryId }) ? ['import'] : [],
      })),
      next,
    };
  });
}
