import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { fold } from '#domain/shared/fold.ts';
import {
  figureOrderSql,
  figureSql,
  inForceSql,
  latestFigureSql,
  listedJoinsSql,
  listedSql,
  referenceSql,
  sourceSql,
} from './page-parts.ts';
import type { CountryListRow, ListedRow, TerritoryPage, TreeRow } from './view-rows.ts';

export type ListingAsked = {
  readonly day: string;
  readonly ended: boolean;
  readonly country: string | null;
  readonly parentId: number | null;
  readonly within: { readonly id: number; readonly lastId: number } | null;
  readonly kind: string | null;
  readonly level: number | null;
  readonly text: string | null;
  readonly after: number;
  readonly limit: number;
};

/** A page of territories in the order of the tree. */
export async function listTerritoryRows(tx: Transaction, asked: ListingAsked): Promise<ListedRow[]> {
  const words = fold(asked.text ?? '')
    .split(' ')
    .filter((word) => word !== '');
  const conditions = [
    sql`t.id > ${asked.after}`,
    asked.ended ? null : inForceSql('t', asked.day),
    asked.country === null ? null : sql`t.country = ${asked.country}`,
    asked.parentId === null ? null : sql`t.parent_id = ${asked.parentId}`,
    asked.within === null ? null : sql`t.id > ${asked.within.id} and t.id <= ${asked.within.lastId}`,
    asked.kind === null ? null : sql`t.kind = ${asked.kind}`,
    asked.level === null ? null : sql`t.level = ${asked.level}`,
    ...words.map(
      (word) => sql`exists (select from search_entry entry where entry.kind = 'territory'
        and entry.territory_id = t.id and entry.folded like ${`%${word}%`})`,
    ),
  ].filter((condition) => condition !== null);
  // The page is picked first: its columns cost more than finding it.
  const picked = sql`(select * from territory t where ${sql.join(conditions, sql` and `)}
    order by t.id limit ${asked.limit})`;
  const result = await sql<ListedRow>`
    select ${listedSql(asked.day)} from ${listedJoinsSql(picked)} order by t.id`.execute(tx);
  return result.rows;
}

const relationSql = (other: string, column: string, self: string) => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('reference', ${referenceSql('o')}, 'name', o.name, 'kind', s.kind,
    'onDate', s.on_date, 'note', s.note, 'source', ${sourceSql('s.source_id')}) order by s.on_date, o.id), '[]')
  from territory_succession s join territory o on o.id = ${sql.ref(`s.${other}`)} where ${sql.ref(`s.${column}`)} = ${sql.ref(self)})`;

const overlapsSql = sql`
  (select coalesce(jsonb_agg(jsonb_build_object('reference', ${referenceSql('o')}, 'name', o.name, 'share', case when v.territory_id = t.id
    then v.share end, 'note', v.note, 'source', ${sourceSql('v.source_id')}) order by o.id), '[]')
  from territory_overlap v join territory o on o.id = case when v.territory_id = t.id then v.other_id else v.territory_id end
  where t.id in (v.territory_id, v.other_id))`;

const ancestorsSql = sql`
  (select coalesce(jsonb_agg(jsonb_build_object('reference', ${referenceSql('a')}, 'name', a.name, 'kind', a.kind,
    'kindName', jsonb_build_object('es', k.name, 'en', k.name_en), 'level', a.level) order by a.level), '[]')
  from territory_closure c join territory a on a.id = c.ancestor_id
  join territory_kind k on k.country = a.country and k.kind = a.kind
  where c.descendant_id = t.id and c.depth > 0)`;

const childrenSql = (day: string) => sql`
  (select coalesce(jsonb_agg(to_jsonb(child) order by child.id), '[]') from (
    select ${listedSql(day)} from ${listedJoinsSql()} where t.parent_id = self.id and ${inForceSql('t', day)}) child)`;

/** Everything that the page of one territory shows, in one query. */
export async function findTerritoryPage(
  tx: Transaction,
  id: number,
  day: string,
): Promise<TerritoryPage | undefined> {
  const result = await sql<TerritoryPage>`
    select ${listedSql(day)},
      jsonb_build_object('es', kind.name_plural, 'en', kind.name_plural_en) as "kindPlural",
      (select coalesce(jsonb_agg(jsonb_build_object('name', alias.name, 'kind', alias.kind, 'source', ${sourceSql('alias.source_id')})
        order by alias.kind, alias.name collate spanish), '[]') from territory_alias alias where alias.territory_id = t.id) as "otherNames",
      ${ancestorsSql} as ancestors,
      (select ${childrenSql(day)} from territory self where self.id = ${id}) as children,
      (select coalesce(jsonb_agg(jsonb_build_object('reference', ${referenceSql('f')}, 'name', f.name,
        'validFrom', f.valid_from, 'validTo', f.valid_to) order by f.id), '[]')
        from territory f where f.parent_id = t.id and f.valid_to <= ${day}::date) as "formerChildren",
      (select coalesce(jsonb_agg(${figureSql} order by ${figureOrderSql}), '[]')
        from territory_population figure where figure.territory_id = t.id) as populations,
      ${relationSql('predecessor_id', 'successor_id', 't.id')} as predecessors,
      ${relationSql('successor_id', 'predecessor_id', 't.id')} as successors,
      ${overlapsSql} as overlaps,
      t.area_km2 as "areaKm2", t.note, ${sourceSql('t.source_id')} as source, t.origin, t.version
    from ${listedJoinsSql()} where t.id = ${id}`.execute(tx);
  return result.rows[0];
}

/** A territory and what lies below it, in the order of the tree. */
export async function listTreeRows(
  tx: Transaction,
  asked: { id: number; lastId: number; level: number; depth: number; day: string },
): Promise<TreeRow[]> {
  const result = await sql<TreeRow>`
    select ${referenceSql('t')} as reference, t.code, t.name, t.kind,
      jsonb_build_object('es', kind.name, 'en', kind.name_en) as "kindName", t.level,
      case when parent.id is not null then ${referenceSql('parent')} end as parent,
      (select count(*)::int from territory child where child.parent_id = t.id and ${inForceSql('child', asked.day)}) as "childCount"
    from ${listedJoinsSql()}
    where t.id between ${asked.id} and ${asked.lastId} and t.level <= ${asked.level + asked.depth}
      and (t.id = ${asked.id} or (${inForceSql('t', asked.day)}))
    order by t.id`.execute(tx);
  return result.rows;
}

/** The countries of this installation, each on the day that it is there. */
export async function listCountryRows(tx: Transaction, now: Date): Promise<CountryListRow[]> {
  const today = sql`(${now}::timestamptz at time zone country.time_zone)`;
  const result = await sql<CountryListRow>`
    select country.code, country.code as reference, jsonb_build_object('es', country.name, 'en', country.name_en) as name,
      country.currency, country.locale, country.time_zone as "timeZone", country.paper, country.map_frame as "mapFrame",
      country.pack_version as "packVersion", country.changeovers, ${latestFigureSql('root')} as population,
      (select jsonb_agg(jsonb_build_object('kind', k.kind, 'level', k.level, 'name', jsonb_build_object('es', k.name, 'en', k.name_en),
        'plural', jsonb_build_object('es', k.name_plural, 'en', k.name_plural_en), 'codeDigits', k.code_digits,
        'count', (select count(*) from territory t where t.country = k.country and t.kind = k.kind and ${inForceSql('t', today)}))
        order by k.level, k.kind) from territory_kind k where k.country = country.code) as kinds
    from country join territory root on root.id = country.base order by country.name collate spanish`.execute(
    tx,
  );
  return result.rows;
}
