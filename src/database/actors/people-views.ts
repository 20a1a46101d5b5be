import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';
import { inSpanish, isAfterName } from '#database/in-spanish.ts';
import { fold } from '#domain/shared/fold.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';

export type ContactRow = {
  readonly id: string;
  readonly channel: string;
  readonly value: string;
  readonly label: string | null;
  readonly visibility: string;
  readonly version: number;
};

/** Somebody whom the caller may see, and how to reach them as far as the caller may see. */
export type HolderRow = {
  readonly id: string;
  readonly name: string;
  readonly contacts: readonly ContactRow[];
};

const contactColumns = ['id', 'channel', 'value', 'label', 'visibility', 'version'] as const;

/** These people, without those whom row security hides. */
export async function findHolders(
  tx: Transaction,
  ids: readonly (string | null)[],
): Promise<Map<string, HolderRow>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const [people, contacts] = await Promise.all([
    tx.selectFrom('person').select(['id', 'name']).where('id', '=', anyOf(wanted)).execute(),
    tx
      .selectFrom('contact_point')
      .select([...contactColumns, 'person_id'])
      .where('person_id', '=', anyOf(wanted))
      .orderBy('id')
      .execute(),
  ]);
  return new Map(
    people.map((person) => [
      person.id,
      { ...person, contacts: contacts.filter((contact) => contact.person_id === person.id) },
    ]),
  );
}

/** The contacts of organisations that the caller may see, by organisation. */
export async function findOrganisationContacts(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, ContactRow[]>> {
  const byOrganisation = new Map<string, ContactRow[]>();
  if (ids.length === 0) return byOrganisation;
  const rows = await tx
    .selectFrom('contact_point')
    .select([...contactColumns, 'organisation_id'])
    .where('organisation_id', '=', anyOf(ids))
    .orderBy('id')
    .execute();
  for (const row of rows) {
    const key = row.organisation_id ?? '';
    byOrganisation.set(key, [...(byOrganisation.get(key) ?? []), row]);
  }
  return byOrganisation;
}

export type PersonFilter = {
  readonly within: NumberRange | null;
  readonly organisation?: string | undefined;
  readonly standing: string;
  readonly text?: string | undefined;
  readonly after: { readonly name: string; readonly id: string } | null;
  readonly limit: number;
};

/** People in order of name, with the title of the weightiest office each holds on a day. */
export async function listPersonRows(tx: Transaction, filter: PersonFilter, today: string) {
  let query = tx
    .selectFrom('person as p')
    .selectAll('p')
    .select((eb) =>
      eb
        .selectFrom('post')
        .select('post.title')
        .whereRef('post.person_id', '=', 'p.id')
        .where(sql<boolean>`daterange(post.valid_from, post.valid_to) @> ${today}::date`)
        .orderBy(sql`array_position(array['head','focal-point','liaison','officer'], post.kind)`)
        .orderBy('post.valid_from')
        .limit(1)
        .as('post'),
    )
    .where('p.standing', '=', filter.standing);
  const { within, organisation, after } = filter;
  if (within)
    query = query.where('p.territory_id', '>=', within.low).where('p.territory_id', '<=', within.high);
  if (organisation !== undefined) query = query.where('p.organisation_id', '=', organisation);
  for (const word of fold(filter.text ?? '')
    .split(' ')
    .filter(Boolean)) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('search_entry as s')
          .select('s.id')
          .where('s.kind', '=', 'person')
          .where(sql<boolean>`s.id = p.id::text`)
          .where('s.folded', 'like', `%${word}%`),
      ),
    );
  }
  if (after) query = query.where(isAfterName('p', after));
  return query.orderBy(inSpanish('p.name')).orderBy('p.id').limit(filter.limit).execute();
}

export async function findPerson(tx: Transaction, id: string) {
  return tx.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
}

export type PersonRow = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

export async function findPersonContacts(tx: Transaction, id: string): Promise<ContactRow[]> {
  return tx
    .selectFrom('contact_point')
    .select(contactColumns)
    .where('person_id', '=', id)
    .orderBy('id')
    .execute();
}

/** On which seats a person sits or sat. */
export async function findPersonSeats(tx: Transaction, id: string) {
  return tx
    .selectFrom('seat_term as st')
    .innerJoin('seat as s', 's.id', 'st.seat_id')
    .innerJoin('structure as x', 'x.id', 's.structure_id')
    .select([
      's.id',
      's.name as seat',
      's.role',
      'x.id as structureId',
      'x.name as structureName',
      'st.capacity',
      'st.valid_from as validFrom',
      'st.valid_to as validTo',
    ])
    .where('st.person_id', '=', id)
    .orderBy('st.valid_from', 'desc')
    .execute();
}

/** People of a territory whose names may be alike. */
export async function findComparablePeople(tx: Transaction, territoryId: number) {
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name', 'territory_id as territoryId'])
    .where('territory_id', '=', territoryId)
    .where('standing', 'in', ['active', 'left'])
    .execute();
  return rows.map((row) => ({ ...row, shortName: null }));
}

/** How many of each kind depend on a person, also beyond the caller's sight. */
export async function countPersonConsequences(tx: Transaction, id: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ seen: Record<string, number>; unseen: Record<string, number> }>`
    select jsonb_build_object(
      'posts', (select count(*) from post where person_id = ${id}),
      'seats', (select count(*) from seat_term where person_id = ${id})) as seen,
      actors_dependents(${id}::uuid) as unseen`.execute(tx);
  return { ...rows[0]?.seen, ...rows[0]?.unseen };
}

export async function findContact(tx: Transaction, id: string) {
  return tx.selectFrom('contact_point').selectAll().where('id', '=', id).executeTakeFirst();
}
