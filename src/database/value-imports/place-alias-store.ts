import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';

type Wanted = { readonly country: string; readonly key: string };

const columns = [
  'key',
  'place_id as placeId',
  'territory_id as territoryId',
  'account_id as accountId',
  'kept_at as keptAt',
] as const;

/** What people settled about the places of files of a country, in the order of what they are called. */
export async function listPlaceAliasRows(
  tx: Transaction,
  wanted: { readonly country: string; readonly after: string | null; readonly limit: number },
) {
  let query = tx.selectFrom('value_place_alias').select(columns).where('country', '=', wanted.country);
  if (wanted.after !== null) query = query.where('key', '>', wanted.after);
  return query.orderBy('key').limit(wanted.limit).execute();
}

export async function findPlaceAlias(tx: Transaction, { country, key }: Wanted) {
  return tx
    .selectFrom('value_place_alias')
    .select(columns)
    .where('country', '=', country)
    .where('key', '=', key)
    .executeTakeFirst();
}

export async function updatePlaceAlias(
  tx: Transaction,
  { country, key }: Wanted,
  { placeId, accountId }: { readonly placeId: number; readonly accountId: string | null },
): Promise<void> {
  await tx
    .updateTable('value_place_alias')
    .set({ place_id: placeId, account_id: accountId, kept_at: sql`now()` })
    .where('country', '=', country)
    .where('key', '=', key)
    .execute();
}

export async function deletePlaceAlias(tx: Transaction, { country, key }: Wanted): Promise<void> {
  await tx.deleteFrom('value_place_alias').where('country', '=', country).where('key', '=', key).execute();
}
