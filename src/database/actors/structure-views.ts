import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';
import { inSpanish, isAfterName } from '#database/in-spanish.ts';
import { fold } from '#domain/shared/fold.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';

export type StructureFilter = {
  readonly within?: NumberRange | null;
  readonly territoryIds?: readonly number[];
  readonly kind?: string | undefined;
  readonly standing: string;
  readonly text?: string | undefined;
  readonly after?: { readonly name: string; readonly id: string } | null;
  readonly limit?: number;
};

/** Structures in order of name, with how many seats they have and how many are filled on a day as far as may be seen. */
export async function listStructureRows(tx: Transaction, filter: StructureFilter, today: string) {
  let query = tx
    .selectFrom('structure as x')
    .selectAll('x')
    .select((eb) => [
      eb
        .selectFrom('seat')
        .select((count) => count.fn.countAll<string>().as('count'))
        .whereRef('seat.structure_id', '=', 'x.id')
        .as('seats'),
      eb
        .selectFrom('seat_term as st')
        .select(sql<string>`count(distinct st.seat_id)`.as('count'))
        .whereRef('st.structure_id', '=', 'x.id')
        .where(sql<boolean>`daterange(st.valid_from, st.valid_to) @> ${today}::date`)
        .as('filled'),
      sql<boolean>`app_signed_in() or app_may_somewhere('edit_structure')`.as('sees'),
    ])
    .where('x.standing', '=', filter.standing);
  const { within, territoryIds, kind, after } = filter;
  if (within)
    query = query.where('x.territory_id', '>=', within.low).where('x.territory_id', '<=', within.high);
  if (territoryIds) {
    if (territoryIds.length === 0) return [];
    query = query.where('x.territory_id', '=', anyOf(territoryIds));
  }
  if (kind !== undefined) query = query.where('x.kind', '=', kind);
  for (const word of fold(filter.text ?? '')
    .split(' ')
    .filter(Boolean)) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('search_entry as s')
          .select('s.id')
          .where('s.kind', '=', 'structure')
          .where(sql<boolean>`s.id = x.id::text`)
          .where('s.folded', 'like', `%${word}%`),
      ),
    );
  }
  if (after) query = query.where(isAfterName('x', after));
  if (filter.limit !== undefined) query = query.limit(filter.limit);
  return query.orderBy(inSpanish('x.name')).orderBy('x.id').execute();
}

export type StructureListRow = Awaited<ReturnType<typeof listStructureRows>>[number];

export async function findStructure(tx: Transaction, id: string) {
  return tx.selectFrom('structure').selectAll().where('id', '=', id).executeTakeFirst();
}

export type StructureRow = NonNullable<Awaited<ReturnType<typeof findStructure>>>;

/** The seats of these structures in their order, with every term on them that the caller may see. */
export async function findSeats(tx: Transaction, structureIds: readonly string[]) {
  if (structureIds.length === 0) return { seats: [], terms: [] };
  const [seats, terms] = await Promise.all([
    tx
      .selectFrom('seat')
      .selectAll()
      .where('structure_id', '=', anyOf(structureIds))
      .orderBy(sql`array_position(array['chair','secretary','member','observer'], role)`)
      .orderBy('position')
      .orderBy(inSpanish('name'))
      .execute(),
    tx
      .selectFrom('seat_term')
      .selectAll()
      .where('structure_id', '=', anyOf(structureIds))
      .orderBy('valid_from', 'desc')
      .execute(),
  ]);
  return { seats, terms };
}

export type SeatRow = Awaited<ReturnType<typeof findSeats>>['seats'][number];
export type SeatTermRow = Awaited<ReturnType<typeof findSeats>>['terms'][number];

export async function findSeat(tx: Transaction, id: string) {
  return tx.selectFrom('seat').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function findSeatTerm(tx: Transaction, id: string) {
  return tx.selectFrom('seat_term').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Who held a seat as principal, and when. */
export async function findPrincipals(tx: Transaction, seatId: string) {
  return tx
    .selectFrom('seat_term')
    .leftJoin('person', 'person.id', 'seat_term.person_id')
    .select([
      'seat_term.id',
      'seat_term.valid_from as from',
      'seat_term.valid_to as to',
      'person.name as holder',
    ])
    .where('seat_id', '=', seatId)
    .where('capacity', '=', 'principal')
    .execute();
}

/** What might look like a new structure in a territory. */
export async function findComparableStructures(tx: Transaction, territoryId: number) {
  const rows = await tx
    .selectFrom('structure')
    .select(['id', 'name', 'territory_id as territoryId'])
    .where('territory_id', '=', territoryId)
    .where('standing', '!=', 'annulled')
    .execute();
  return rows.map((row) => ({ ...row, shortName: null }));
}

/** How many depend on a structure, also beyond the caller's sight. */
export async function countStructureConsequences(
  tx: Transaction,
  id: string,
): Promise<Record<string, number>> {
  const { rows } = await sql<{ terms: number; unseen: Record<string, number> }>`
    select (select count(*)::int from seat_term where structure_id = ${id}) as terms,
      actors_dependents(${id}::uuid) || jsonb_build_object('needs', diagnosis_dependents(${id}::uuid), 'plans', plans_dependents(${id}::uuid)) as unseen`.execute(
    tx,
  );
  return { terms: rows[0]?.terms ?? 0, ...rows[0]?.unseen };
}
