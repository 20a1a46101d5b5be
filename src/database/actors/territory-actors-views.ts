import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';
import { inSpanish } from '#database/in-spanish.ts';
import type { Norm } from '#domain/actors/missing.ts';
import type { Expectation } from '#domain/actors/vocabulary.ts';

/** The norms of a country. */
export async function findNorms(tx: Transaction, country: string): Promise<Norm[]> {
  const rows = await tx
    .selectFrom('actor_norm')
    .selectAll()
    .where('country', '=', country)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    territoryKind: row.territory_kind,
    expects: row.expects as Expectation,
    what: row.what,
    name: row.name,
    nameEn: row.name_en,
    required: row.required,
    known: row.known,
    sourceId: row.source_id,
    note: row.note,
  }));
}

/** Who governs these territories on a day. */
export async function findAuthorities(tx: Transaction, territoryIds: readonly number[], today: string) {
  if (territoryIds.length === 0) return [];
  return tx
    .selectFrom('territory_authority as a')
    .innerJoin('organisation as o', 'o.id', 'a.organisation_id')
    .select([
      'a.id',
      'a.territory_id',
      'a.kind',
      'a.note',
      'a.valid_from',
      'a.valid_to',
      'a.source_id',
      'o.id as organisation_id',
      'o.name as organisation_name',
    ])
    .where('a.territory_id', '=', anyOf(territoryIds))
    .where(sql<boolean>`daterange(a.valid_from, a.valid_to) @> ${today}::date`)
    .where('o.standing', '=', 'active')
    .orderBy(inSpanish('o.name'))
    .execute();
}

export type AuthorityRow = Awaited<ReturnType<typeof findAuthorities>>[number];

/** The organisations that answer for these territories. */
export async function findOrganisationsAt(tx: Transaction, territoryIds: readonly number[]) {
  if (territoryIds.length === 0) return [];
  return tx
    .selectFrom('organisation')
    .selectAll()
    .where('territory_id', '=', anyOf(territoryIds))
    .where('standing', '=', 'active')
    .orderBy(inSpanish('name'))
    .execute();
}

/** One thing of a kind that exists somewhere: what norms are compared with. */
export type PresentRow = {
  readonly territory_id: number;
  readonly expects: Expectation;
  readonly what: string;
};

const presentOn = (today: string) => sql`
  select territory_id, 'structure' as expects, kind as what from structure
    where standing = 'active' and daterange(valid_from, valid_to) @> ${today}::date
  union select territory_id, 'function', function from prevention_work
    where daterange(valid_from, valid_to) @> ${today}::date
  union select a.territory_id, 'authority', a.kind from territory_authority a join organisation o on o.id = a.organisation_id
    where o.standing = 'active' and daterange(a.valid_from, a.valid_to) @> ${today}::date
  union select territory_id, 'post', kind from post
    where person_id is not null and daterange(valid_from, valid_to) @> ${today}::date`;

/** What exists in a territory, above it and below it. */
export async function findPresence(
  tx: Transaction,
  place: { readonly id: number; readonly lastId: number },
  aboveIds: readonly number[],
  today: string,
): Promise<(PresentRow & { where: 'here' | 'above' | 'below' })[]> {
  const { rows } = await sql<PresentRow & { where: 'here' | 'above' | 'below' }>`
    select distinct expects, what, 0 as territory_id,
      case when territory_id = ${place.id} then 'here' when territory_id > ${place.id} and territory_id <= ${place.lastId}
        then 'below' else 'above' end as where
    from (${presentOn(today)}) present
    where territory_id between ${place.id} and ${place.lastId} or territory_id = any (${[...aboveIds]}::int[])`.execute(
    tx,
  );
  return rows;
}

/**
 * For each norm of the kinds below a territory: how many there are of the kind, how many lack it, and the first of these;
 * and of how many it is not known, which are not said to lack it.
 */
export async function findMissingBelow(
  tx: Transaction,
  place: { readonly id: number; readonly lastId: number; readonly country: string },
  today: string,
) {
  const { rows } = await sql<{
    norm: string;
    name: string;
    name_en: string;
    kind_name: string;
    kind_name_en: string;
    expected: number;
    missing: number;
    unknown: number;
    lacking: number[];
  }>`
    with present as (${presentOn(today)}),
    compared as (
      select n.id as norm, n.name, n.name_en, n.territory_kind, t.id as territory_id,
        exists (select from present p where p.territory_id = t.id and p.expects = n.expects
          and p.what = any (string_to_array(n.what, '|'))) as is_met,
        n.known or exists (select from actor_absence a where a.territory_id = t.id and a.norm_id = n.id) as is_known
      from actor_norm n join territory t on t.country = n.country and t.kind = n.territory_kind
      where n.country = ${place.country} and t.id > ${place.id} and t.id <= ${place.lastId}
        and daterange(t.valid_from, t.valid_to) @> ${today}::date)
    select norm, c.name, c.name_en, k.name as kind_name, k.name_en as kind_name_en, count(*)::int as expected,
      count(*) filter (where not is_met and is_known)::int as missing,
      count(*) filter (where not is_met and not is_known)::int as unknown,
      coalesce((array_agg(territory_id order by territory_id) filter (where not is_met and is_known))[1:12], '{}') as lacking
    from compared c join territory_kind k on k.country = ${place.country} and k.kind = c.territory_kind
    group by norm, c.name, c.name_en, k.level, k.kind, k.name, k.name_en order by k.level, k.kind, norm`.execute(
    tx,
  );
  return rows;
}

/** What there is below a territory, counted. */
export async function countBelow(
  tx: Transaction,
  place: { readonly id: number; readonly lastId: number },
  today: string,
) {
  const isBelow = sql`territory_id > ${place.id} and territory_id <= ${place.lastId}`;
  const counted = sql<{ organisations: number; structures: number }>`
    select (select count(*)::int from organisation where standing = 'active' and ${isBelow}) as organisations,
      (select count(*)::int from structure where standing = 'active' and ${isBelow}) as structures`.execute(
    tx,
  );
  const byFunction = sql<{ function: string; territories: number; organisations: number }>`
    select function, count(distinct territory_id)::int as territories, count(distinct organisation_id)::int as organisations
    from prevention_work where ${isBelow} and daterange(valid_from, valid_to) @> ${today}::date
    group by function order by function`.execute(tx);
  const byKind = sql<{ kind: string; count: number }>`
    select kind, count(*)::int as count from structure where standing = 'active' and ${isBelow}
    group by kind order by kind`.execute(tx);
  const [counts, functions, kinds] = await Promise.all([counted, byFunction, byKind]);
  return {
    organisations: counts.rows[0]?.organisations ?? 0,
    structures: counts.rows[0]?.structures ?? 0,
    functions: functions.rows,
    structuresByKind: kinds.rows,
  };
}
