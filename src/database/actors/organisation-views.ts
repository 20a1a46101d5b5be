import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';
import { inSpanish, isAfterName } from '#database/in-spanish.ts';
import { fold } from '#domain/shared/fold.ts';
import type { Comparable } from '#domain/actors/duplicates.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';

export type OrganisationFilter = {
  readonly within: NumberRange | null;
  readonly level?: string | undefined;
  readonly sector?: string | undefined;
  readonly kind?: string | undefined;
  readonly function?: string | undefined;
  readonly standing: string;
  readonly text?: string | undefined;
  readonly after: { readonly name: string; readonly id: string } | null;
  readonly limit: number;
};

/** Organisations in order of name. Words are looked for in every name that an organisation has had. */
export async function listOrganisationRows(tx: Transaction, filter: OrganisationFilter) {
  let query = tx.selectFrom('organisation as o').selectAll('o').where('o.standing', '=', filter.standing);
  const { within, level, sector, kind, after } = filter;
  if (within)
    query = query.where('o.territory_id', '>=', within.low).where('o.territory_id', '<=', within.high);
  if (level !== undefined) query = query.where('o.level', '=', level);
  if (sector !== undefined) query = query.where('o.sector', '=', sector);
  if (kind !== undefined) query = query.where('o.kind', '=', kind);
  if (filter.function !== undefined) {
    const wanted = filter.function;
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('prevention_work as w')
          .select('w.id')
          .whereRef('w.organisation_id', '=', 'o.id')
          .where('w.function', '=', wanted),
      ),
    );
  }
  for (const word of fold(filter.text ?? '')
    .split(' ')
    .filter(Boolean)) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('search_entry as s')
          .select('s.id')
          .where('s.kind', '=', 'organisation')
          .where(sql<boolean>`s.id = o.id::text`)
          .where('s.folded', 'like', `%${word}%`),
      ),
    );
  }
  if (after) query = query.where(isAfterName('o', after));
  return query.orderBy(inSpanish('o.name')).orderBy('o.id').limit(filter.limit).execute();
}

export type OrganisationRow = Awaited<ReturnType<typeof listOrganisationRows>>[number];

export async function findOrganisation(tx: Transaction, id: string): Promise<OrganisationRow | undefined> {
  return tx.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The names of these organisations. */
export async function findOrganisationNames(
  tx: Transaction,
  ids: readonly (string | null)[],
): Promise<Map<string, { id: string; name: string }>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('id', '=', anyOf(wanted))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Everything that is an organisation's history. */
export async function findOrganisationHistory(tx: Transaction, id: string) {
  const formerNames = await tx
    .selectFrom('organisation_name')
    .selectAll()
    .where('organisation_id', '=', id)
    .orderBy('valid_to', (order) => order.desc().nullsLast())
    .execute();
  const successions = await tx
    .selectFrom('organisation_succession as s')
    .innerJoin('organisation as p', 'p.id', 's.predecessor_id')
    .innerJoin('organisation as n', 'n.id', 's.successor_id')
    .select([
      's.predecessor_id',
      's.successor_id',
      's.on_date',
      's.kind',
      'p.name as predecessor',
      'n.name as successor',
    ])
    .where((eb) => eb.or([eb('s.predecessor_id', '=', id), eb('s.successor_id', '=', id)]))
    .execute();
  const children = await tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('parent_id', '=', id)
    .where('standing', '=', 'active')
    .orderBy(inSpanish('name'))
    .execute();
  const authorities = await tx
    .selectFrom('territory_authority')
    .selectAll()
    .where('organisation_id', '=', id)
    .orderBy('territory_id')
    .execute();
  const seats = await tx
    .selectFrom('seat')
    .innerJoin('structure', 'structure.id', 'seat.structure_id')
    .select([
      'seat.id',
      'seat.name',
      'seat.role',
      'structure.id as structureId',
      'structure.name as structureName',
    ])
    .where('seat.organisation_id', '=', id)
    .where('structure.standing', '=', 'active')
    .orderBy(inSpanish('structure.name'))
    .execute();
  return { formerNames, successions, children, authorities, seats };
}

/** Child to parent, for a whole country. */
export async function findParents(tx: Transaction, country: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'parent_id'])
    .where('country', '=', country)
    .where('parent_id', 'is not', null)
    .execute();
  return new Map(rows.flatMap((row) => (row.parent_id === null ? [] : [[row.id, row.parent_id] as const])));
}

/** What might look like a new organisation in a territory. */
export async function findComparable(tx: Transaction, territoryId: number): Promise<Comparable[]> {
  return tx
    .selectFrom('organisation')
    .select(['id', 'name', 'short_name as shortName', 'territory_id as territoryId'])
    .where('territory_id', '=', territoryId)
    .where('standing', 'in', ['active', 'ended'])
    .execute();
}

/** Where a source is named, with what is said of it. */
export async function findSources(tx: Transaction, ids: readonly (string | null)[]) {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map<string, never>();
  const rows = await tx
    .selectFrom('source')
    .select(['id', 'title', 'publisher', 'address', 'published', 'verified'])
    .where('id', '=', anyOf(wanted))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** How many of each kind depend on an organisation, also where the caller sees nothing of them but the number. */
export async function countOrganisationConsequences(
  tx: Transaction,
  id: string,
): Promise<Record<string, number>> {
  const { rows } = await sql<{ seen: Record<string, number>; unseen: Record<string, number> }>`
    select jsonb_build_object(
      'children', (select count(*) from organisation where parent_id = ${id} or merged_into = ${id}),
      'names', (select count(*) from organisation_name where organisation_id = ${id}),
      'successions', (select count(*) from organisation_succession where predecessor_id = ${id} or successor_id = ${id}),
      'authorities', (select count(*) from territory_authority where organisation_id = ${id}),
      'posts', (select count(*) from post where organisation_id = ${id}),
      'seats', (select count(*) from seat where organisation_id = ${id}),
      'structures', (select count(*) from structure where secretariat_id = ${id}),
      'work', (select count(*) from prevention_work where organisation_id = ${id})) as seen,
      actors_dependents(${id}::uuid) || jsonb_build_object('needs', diagnosis_dependents(${id}::uuid), 'plans', plans_dependents(${id}::uuid)) as unseen`.execute(
    tx,
  );
  return { ...rows[0]?.seen, ...rows[0]?.unseen };
}
