import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { CrosswalkSource } from '#domain/values/crosswalk.ts';

/** The territories of a country, of all times, with their names: what places of a file may be. */
export async function listPlaceCandidates(tx: Transaction, country: string) {
  const { rows } = await sql<{
    id: number;
    lastId: number;
    code: string;
    name: string;
    level: number;
    isCurrent: boolean;
    validFrom: string | null;
    aliases: { name: string; kind: 'alias' | 'former' | 'official' | 'short' }[];
  }>`
    select t.id, t.last_id as "lastId", t.code, t.name, t.level, t.valid_to is null as "isCurrent",
      t.valid_from as "validFrom",
      coalesce(jsonb_agg(jsonb_build_object('name', a.name, 'kind', a.kind)) filter (where a.name is not null), '[]') as aliases
    from territory t left join territory_alias a on a.territory_id = t.id
    where t.country = ${country} group by t.id order by t.valid_to is not null, t.id`.execute(tx);
  return rows;
}

/** What people settled about the places of files of a country, by the key of the written place. */
export async function listPlaceAliases(tx: Transaction, country: string): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('value_place_alias')
    .select(['key', 'place_id'])
    .where('country', '=', country)
    .execute();
  return new Map(rows.map((row) => [row.key, row.place_id]));
}

/** Dimensions with their categories and how both are called. */
export async function listDimensionWords(tx: Transaction) {
  const { rows } = await sql<{
    code: string;
    titles: string[];
    categories: { code: string; titles: string[]; isUnknown: boolean }[];
  }>`
    select d.code, array[d.title, d.title_en] as titles,
      coalesce((select jsonb_agg(jsonb_build_object('code', c.code, 'titles', jsonb_build_array(c.title, c.title_en), 'isUnknown', c.is_unknown)
        order by c.position) from dimension_category c where c.dimension = d.code), '[]') as categories
    from dimension d order by d.position, d.code`.execute(tx);
  return rows;
}

/** The indicators of a country and those of everybody, as far as an import needs them. */
export async function listIndicatorWords(tx: Transaction, country: string) {
  return (
    tx
      .selectFrom('indicator')
      .select([
        'id',
        'code',
        'title',
        'title_en as titleEn',
        'composition',
        'counting_unit as countingUnit',
        'low_bound as low',
        'high_bound as high',
        'definition_number as definitionNumber',
      ])
      .where((where) => where.or([where('country', 'is', null), where('country', '=', country)]))
      .where('standing', '=', 'current')
      // A country's own comes before one of everybody that is called alike.
      .orderBy(sql`country is null`)
      .orderBy('id')
      .execute()
  );
}

/**
 * What offences are called, by the newest version of each crosswalk, as they are believed: those of the country before those of everybody;
 * those of one source stand among those of its country. An indicator of null: it is none of those here.
 */
export async function listCrosswalkWords(tx: Transaction, country: string) {
  const { rows } = await sql<{
    crosswalkId: string;
    isOwn: boolean;
    source: CrosswalkSource | null;
    folded: string;
    indicator: string | null;
    weight: number;
  }>`
    with newest as (select distinct on (country, title) id, country, title, source_id from crosswalk
      where country is null or country = ${country} order by country, title, number desc)
    select n.id as "crosswalkId", n.country is not null as "isOwn",
      case when s.id is not null then jsonb_build_object('id', s.id, 'title', s.title) end as source, e.folded, e.indicator_code as indicator, e.weight::float8 as weight
    from newest n join crosswalk_entry e on e.crosswalk_id = n.id left join source s on s.id = n.source_id
    order by n.country is null, n.title, e.position`.execute(tx);
  return rows;
}

/** The countries of the installation. */
export async function listCountryCodes(tx: Transaction): Promise<string[]> {
  const rows = await tx.selectFrom('country').select('code').orderBy('code').execute();
  return rows.map((row) => row.code);
}
