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

/** Adds a version of a crosswalk with all its entries, in their order. */
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
): Promise<void> {
  await tx.insertInto('crosswalk').values(crosswalk).execute();
  if (entries.length === 0) return;
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
}
