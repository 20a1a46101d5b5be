import { sql, type RawBuilder } from 'kysely';

/** How a territory is named outside the database, as SQL: the country itself by its code alone. */
export const referenceSql = (alias: string): RawBuilder<string> =>
  sql.raw(
    `case when ${alias}.level = 0 then ${alias}.country else ${alias}.country || '-' || ${alias}.code end`,
  );

/** Whether a territory is in force on a day, as SQL. */
export const inForceSql = (alias: string, day: string | RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`(${sql.ref(`${alias}.valid_from`)} is null or ${sql.ref(`${alias}.valid_from`)} <= ${day}::date)
    and (${sql.ref(`${alias}.valid_to`)} is null or ${sql.ref(`${alias}.valid_to`)} > ${day}::date)`;

/** A source as the contract shows it, or null. */
export const sourceSql = (column: string): RawBuilder<unknown> =>
  sql.raw(`(select jsonb_build_object('id', cited.id, 'title', cited.title, 'publisher', cited.publisher, 'address', cited.address,
    'published', cited.published, 'verified', cited.verified) from source cited where cited.id = ${column})`);

/** A population figure of the row `figure` of territory_population, as the contract shows it. */
export const figureSql: RawBuilder<unknown> =
  sql.raw(`jsonb_build_object('year', figure.year, 'people', figure.people,
  'shared', case when figure.shared_with is not null then jsonb_build_object('people', figure.shared_people, 'with', (
    select coalesce(jsonb_agg(jsonb_build_object('reference', sharer.country || '-' || sharer.code, 'name', sharer.name) order by sharer.code), '[]')
    from territory sharer join territory self on self.id = figure.territory_id and sharer.country = self.country
    where sharer.code = any (string_to_array(figure.shared_with, '+'))
      and (sharer.valid_to is null or extract(year from sharer.valid_to) >= figure.year))) end,
  'countedElsewhere', figure.counted_elsewhere, 'method', figure.method,
  'source', (select jsonb_build_object('id', cited.id, 'title', cited.title, 'publisher', cited.publisher, 'address', cited.address,
    'published', cited.published, 'verified', cited.verified) from source cited where cited.id = figure.source_id),
  'note', figure.note)`);

/** Latest year first, a count before an estimate. */
export const figureOrderSql: RawBuilder<unknown> = sql.raw(
  `figure.year desc, array_position(array['census','estimate','derived'], figure.method), figure.source_id`,
);

/** The latest population figure of a territory. */
export const latestFigureSql = (alias: string): RawBuilder<unknown> =>
  sql`(select ${figureSql} from territory_population figure where figure.territory_id = ${sql.ref(`${alias}.id`)}
    order by ${figureOrderSql} limit 1)`;

/** The columns of a listed territory: `t` the territory, `kind` its kind, `parent` the one above. */
export const listedSql = (day: string): RawBuilder<unknown> => sql`
  t.id, ${referenceSql('t')} as reference, t.country, t.code, t.name, t.kind,
  jsonb_build_object('es', kind.name, 'en', kind.name_en) as "kindName", t.level, t.iso_code as "isoCode",
  case when parent.id is not null then jsonb_build_object('reference', ${referenceSql('parent')}, 'name', parent.name) end as parent,
  t.valid_from::text as "validFrom", t.valid_to::text as "validTo", ${latestFigureSql('t')} as population,
  (select count(*)::int from territory child where child.parent_id = t.id and ${inForceSql('child', day)}) as "childCount",
  t.longitude, t.latitude`;

/** The joins that the columns of a listed territory need, of every territory or of those that were picked before. */
export const listedJoinsSql = (picked: RawBuilder<unknown> = sql.raw('territory')): RawBuilder<unknown> =>
  sql`${picked} t
  join territory_kind kind on kind.country = t.country and kind.kind = t.kind
  left join territory parent on parent.id = t.parent_id`;
