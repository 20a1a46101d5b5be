import type { Insertable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';

/** Whether a version of a crosswalk is there. */
export async function hasCrosswalk(
  tx: Transaction,
  wanted: { readonly country: string | null; readonly title: string; readonly number: number },
): Promise<boolean> {
  const row = await tx
    .selectFrom('crosswalk')
    .select('id')
    .where('country', wanted.country === null ? 'is' : '=', wanted.country)
    .where('title', '=', wanted.title)
    .where('number', '=', wanted.number)
    .executeTakeFirst();
  return row !== undefined;
}

/** Adds a version of a crosswalk with all its entries, in their order. @returns false where that version is there already */
export async function insertCrosswalk(
  tx: Transaction,
  crosswalk: Insertable<DB['crosswalk']>,
  entries: readonly {
    readonly national: string;
    readonly folded: string;
    readonly indicator: string | null;
    readonly iccs: string | null;
    readonly weight: number;
    readonly note: string | null;
  }[],
): Promise<boolean> {
  const added = await tx
    .insertInto('crosswalk')
    .values(crosswalk)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) return false;
  if (entries.length === 0) return true;
  await tx
    .insertInto('crosswalk_entry')
    .values(
      entries.map((entry, position) => ({
        crosswalk_id: crosswalk.id,
        position,
        national: entry.national,
        folded: entry.folded,
        indicator_code: entry.indicator,
        iccs_code: entry.iccs,
        weight: entry.weight,
        note: entry.note,
      })),
    )
    .execute();
  return true;
}

/** Says by which versions the figures of a batch were read. */
export async function insertVersionsOfBatch(
  tx: Transaction,
  batchId: string,
  crosswalkIds: readonly string[],
): Promise<void> {
  if (crosswalkIds.length === 0) return;
  await tx
    .insertInto('value_batch_crosswalk')
    .values(crosswalkIds.map((crosswalk_id) => ({ batch_id: batchId, crosswalk_id })))
    .execute();
}
