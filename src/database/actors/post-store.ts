import { sql, type Insertable, type Updateable } from 'kysely';
import { anyOf } from '#database/any-of.ts';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';

export async function findPost(tx: Transaction, id: string) {
  return tx.selectFrom('post').selectAll().where('id', '=', id).executeTakeFirst();
}

export type PostRow = NonNullable<Awaited<ReturnType<typeof findPost>>>;

/** Posts, the weightiest first, then by organisation; `currentOn` leaves out those that ended before a day. */
export async function listPostRows(
  tx: Transaction,
  filter: {
    readonly within?: NumberRange | null;
    readonly territoryIds?: readonly number[];
    readonly organisation?: string | undefined;
    readonly person?: string | undefined;
    readonly kind?: string | undefined;
    readonly currentOn?: string;
    readonly after?: string | null;
    readonly limit?: number;
  },
): Promise<PostRow[]> {
  let query = tx.selectFrom('post').selectAll();
  const { within, territoryIds, organisation, person, kind, currentOn, after } = filter;
  if (within) query = query.where('territory_id', '>=', within.low).where('territory_id', '<=', within.high);
  if (territoryIds) {
    if (territoryIds.length === 0) return [];
    query = query.where('territory_id', '=', anyOf(territoryIds));
  }
  if (organisation !== undefined) query = query.where('organisation_id', '=', organisation);
  if (person !== undefined) query = query.where('person_id', '=', person);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (currentOn !== undefined)
    query = query.where(sql<boolean>`(valid_to is null or valid_to > ${currentOn}::date)`);
  if (after) query = query.where('id', '>', after);
  if (filter.limit !== undefined) return query.orderBy('id').limit(filter.limit).execute();
  return query
    .orderBy(sql`array_position(array['head','focal-point','liaison','officer'], kind)`)
    .orderBy('alternate')
    .orderBy('valid_from', 'desc')
    .execute();
}

/** The terms of those who head or headed an organisation. */
export async function findHeads(tx: Transaction, organisationId: string) {
  return tx
    .selectFrom('post')
    .leftJoin('person', 'person.id', 'post.person_id')
    .select([
      'post.id',
      'post.valid_from as from',
      'post.valid_to as to',
      'person.name as holder',
      'post.title',
    ])
    .where('post.organisation_id', '=', organisationId)
    .where('post.kind', '=', 'head')
    .where('post.alternate', '=', false)
    .execute();
}

export async function insertPost(tx: Transaction, row: Insertable<DB['post']>): Promise<void> {
  await tx.insertInto('post').values(row).execute();
}

export async function updatePostRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  values: Updateable<DB['post']>,
): Promise<boolean> {
  const result = await tx
    .updateTable('post')
    .set({ ...values, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deletePostRow(tx: Transaction, id: string, version: number): Promise<boolean> {
  const result = await tx
    .deleteFrom('post')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}
