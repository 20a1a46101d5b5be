import { sql, type Insertable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';
import type { HeldPost, HeldSeat } from '#domain/actors/handover.ts';
import type { Capacity, PostKind } from '#domain/actors/vocabulary.ts';

/** Every post and seat that these people hold or held; within one organisation, when it is named. */
export async function findHeld(
  tx: Transaction,
  people: readonly string[],
  organisationId: string | null,
): Promise<{ posts: HeldPost[]; seats: HeldSeat[] }> {
  let posts = tx
    .selectFrom('post')
    .selectAll()
    .where('person_id', 'in', [...people]);
  if (organisationId !== null) posts = posts.where('organisation_id', '=', organisationId);
  let seats = tx
    .selectFrom('seat_term')
    .innerJoin('seat', 'seat.id', 'seat_term.seat_id')
    .selectAll('seat_term')
    .where('seat_term.person_id', 'in', [...people]);
  if (organisationId !== null) seats = seats.where('seat.organisation_id', '=', organisationId);
  return {
    posts: (await posts.execute()).map((row) => ({
      id: row.id,
      organisationId: row.organisation_id,
      territoryId: row.territory_id,
      kind: row.kind as PostKind,
      title: row.title,
      topic: row.topic,
      alternate: row.alternate,
      personId: row.person_id,
      from: row.valid_from,
      to: row.valid_to,
    })),
    seats: (await seats.execute()).map((row) => ({
      id: row.id,
      seatId: row.seat_id,
      structureId: row.structure_id,
      territoryId: row.territory_id,
      capacity: row.capacity as Capacity,
      personId: row.person_id,
      from: row.valid_from,
      to: row.valid_to,
    })),
  };
}

/** Ends posts and seat terms on a day; how many of them the caller could end. */
export async function endHeld(
  tx: Transaction,
  ids: { readonly posts: readonly string[]; readonly seats: readonly string[] },
  on: string,
): Promise<number> {
  let ended = 0n;
  if (ids.posts.length > 0) {
    const result = await tx
      .updateTable('post')
      .set({ valid_to: on, version: sql`version + 1` })
      .where('id', 'in', [...ids.posts])
      .executeTakeFirst();
    ended += result.numUpdatedRows;
  }
  if (ids.seats.length > 0) {
    const result = await tx
      .updateTable('seat_term')
      .set({ valid_to: on })
      .where('id', 'in', [...ids.seats])
      .executeTakeFirst();
    ended += result.numUpdatedRows;
  }
  return Number(ended);
}

export async function insertHandover(tx: Transaction, row: Insertable<DB['handover']>): Promise<void> {
  await tx.insertInto('handover').values(row).execute();
}

export async function findHandover(tx: Transaction, id: string) {
  return tx.selectFrom('handover').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function listHandoverRows(
  tx: Transaction,
  page: { readonly after: string | null; readonly limit: number; readonly mine: string | null },
) {
  let query = tx.selectFrom('handover').selectAll().orderBy('id', 'desc').limit(page.limit);
  if (page.after !== null) query = query.where('id', '<', page.after);
  if (page.mine !== null) {
    const [comes, leaves] = [JSON.stringify([{ to: page.mine }]), JSON.stringify([{ from: page.mine }])];
    query = query.where(
      sql<boolean>`(passings @> ${comes}::jsonb or passed_at is null and passings @> ${leaves}::jsonb)`,
    );
  }
  return query.execute();
}

/** The names of seats and structures that a brief speaks of. */
export async function findSeatNames(tx: Transaction, seatIds: readonly string[]) {
  if (seatIds.length === 0) return new Map<string, never>();
  const rows = await tx
    .selectFrom('seat')
    .innerJoin('structure', 'structure.id', 'seat.structure_id')
    .select(['seat.id', 'seat.name', 'structure.id as structureId', 'structure.name as structureName'])
    .where('seat.id', 'in', [...seatIds])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
