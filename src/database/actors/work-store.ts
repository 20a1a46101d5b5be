import { sql, type Insertable, type Updateable } from 'kysely';
import { anyOf } from '#database/any-of.ts';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';

export async function findWork(tx: Transaction, id: string) {
  return tx.selectFrom('prevention_work').selectAll().where('id', '=', id).executeTakeFirst();
}

export type WorkRow = NonNullable<Awaited<ReturnType<typeof findWork>>>;

/** What organisations do, the oldest entry first. */
export async function listWorkRows(
  tx: Transaction,
  filter: {
    readonly within?: NumberRange | null;
    readonly territoryIds?: readonly number[];
    readonly organisation?: string | undefined;
    readonly function?: string | undefined;
    readonly currentOn?: string;
    readonly after?: string | null;
    readonly limit?: number;
  },
): Promise<WorkRow[]> {
  let query = tx.selectFrom('prevention_work').selectAll().orderBy('id');
  const { within, territoryIds, organisation, currentOn, after, limit } = filter;
  if (within) query = query.where('territory_id', '>=', within.low).where('territory_id', '<=', within.high);
  if (territoryIds) {
    if (territoryIds.length === 0) return [];
    query = query.where('territory_id', '=', anyOf(territoryIds));
  }
  if (organisation !== undefined) query = query.where('organisation_id', '=', organisation);
  if (filter.function !== undefined) query = query.where('function', '=', filter.function);
  if (currentOn !== undefined)
    query = query.where(sql<boolean>`daterange(valid_from, valid_to) @> ${currentOn}::date`);
  if (after) query = query.where('id', '>', after);
  if (limit !== undefined) query = query.limit(limit);
  return query.execute();
}

export async function insertWork(tx: Transaction, row: Insertable<DB['prevention_work']>): Promise<void> {
  await tx.insertInto('prevention_work').values(row).execute();
}

export async function updateWorkRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  values: Updateable<DB['prevention_work']>,
): Promise<boolean> {
  const result = await tx
    .updateTable('prevention_work')
    .set({ ...values, version: at.version + 1, updated_at: sql`now()` })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deleteWorkRow(tx: Transaction, id: string, version: number): Promise<boolean> {
  const result = await tx
    .deleteFrom('prevention_work')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}
