import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { sql } from 'kysely';
import type { Database } from '#database/connection.ts';

/** A country of 1 + 13 + 82 + 700 territories and 250 series of 29 months; what grows is into how many groups each value is broken down. */
export const shape = { provinces: 13, districts: 82, places: 700, series: 250, months: 29 };
export const perMillion = (shape.series * shape.places * shape.months) / 1_000_000;

const base = 1_300_000_000;
export const span = { first: base, last: base + 9_999_999, from: '2020-01-01', to: '2030-01-01' };

/** How many groups make about so many millions of values. */
export function groupsFor(millions: number): number {
  return Math.max(1, Math.round(millions / perMillion));
}

// Both engines make the same rows by the same arithmetic.
const valueOf = 's.n * 31 + p.n * 17 + m.n * 13 + g.n * 7';

/** Fills a database: places, dimensions, series, values and their sums. */
export async function fillDatabase(
  { owner }: Database,
  groups: number,
  say: (line: string) => void,
): Promise<void> {
  await addPlaces(owner);
  await addMeasures(owner, groups);
  say('writing values');
  await sql`alter table data_value disable trigger user`.execute(owner);
  await sql`insert into data_value (series_id, disaggregation_id, period, territory_id, value, batch_id)
    select s.id, d.id, ('2022-01-01'::date + (m.n || ' months')::interval)::date, t.id,
      ((s.n * 31 + t.n * 17 + m.n * 13 + d.n * 7) % 40)::float8, (select min(id) from value_batch)
    from (select id, row_number() over (order by id) - 1 as n from series) s
    cross join (select id, row_number() over (order by id) - 1 as n from disaggregation
      where dimensions = (select grain from series limit 1)) d
    cross join generate_series(0, ${shape.months - 1}) m (n)
    cross join (select id, row_number() over (order by id) - 1 as n from territory where level = 3) t`.execute(
    owner,
  );
  await sql`alter table data_value enable trigger user`.execute(owner);
  say('adding them up');
  // A series at a time, in memory: all at once is sorted on the disk, which fifty million do not bear.
  for (const { id } of await owner.selectFrom('series').select('id').orderBy('id').execute())
    await owner.transaction().execute(async (tx) => {
      await sql`set local work_mem = '256MB'`.execute(tx);
      await sql`insert into value_rollup (level, series_id, disaggregation_id, period, territory_id, total, reported, withheld)
        select a.level, v.series_id, x.whole_id, v.period, a.id, sum(v.value), count(*), 0
        from data_value v join disaggregation_margin x on x.part_id = v.disaggregation_id
        join disaggregation w on w.id = x.whole_id join territory_closure c on c.descendant_id = v.territory_id
        join territory a on a.id = c.ancestor_id
        where v.series_id = ${id} and (a.level < 3 or w.dimensions <> (select grain from series limit 1))
        group by 1, 2, 3, 4, 5`.execute(tx);
    });
  await sql`vacuum analyze data_value, value_rollup`.execute(owner).catch(() => undefined);
}

async function addPlaces(owner: Database['owner']): Promise<void> {
  await sql`insert into country (code, name, name_en, base, widths, currency, locale, time_zone, paper, pack_version)
    values ('XB', 'Banco', 'Bench', ${base}, '{10000000,700000,90000,10}', 'XTS', 'es-PA', 'America/Panama', 'a4', '1')`.execute(
    owner,
  );
  await sql`insert into territory_kind (country, kind, level, name, name_plural, name_en, name_plural_en)
    select 'XB', 'k' || n, n, 'k', 'k', 'k', 'k' from generate_series(0, 3) n`.execute(owner);
  const add = (level: number, from: string) =>
    sql`insert into territory (id, last_id, country, code, kind, level, parent_id, name)
      ${sql.raw(from)}`
      .execute(owner)
      .then(() => level);
  await add(0, `select ${base}, ${base} + 9999999, 'XB', 'XB', 'k0', 0, null, 'Banco'`);
  await add(
    1,
    `select ${base} + 1 + n * 700000, ${base} + (n + 1) * 700000, 'XB', 'p' || n, 'k1', 1, ${base}, 'P' || n from generate_series(0, 12) n`,
  );
  await add(
    2,
    `select p.id + 1 + d * 90000, p.id + (d + 1) * 90000, 'XB', p.code || 'd' || d, 'k2', 2, p.id, 'D'
    from territory p cross join generate_series(0, 6) d where p.level = 1
    order by p.id, d limit 82`,
  );
  await add(
    3,
    `select d.id + 1 + c * 10, d.id + 10 + c * 10, 'XB', d.code || 'c' || c, 'k3', 3, d.id, 'C'
    from (select *, row_number() over (order by id) as n from territory where level = 2) d
    cross join generate_series(0, 8) c where d.n <= 44 or c < 8 order by c, d.id limit 700`,
  );
  await sql`insert into territory_closure (ancestor_id, descendant_id, depth)
    select a.id, t.id, t.level - a.level from territory t join territory a on t.id between a.id and a.last_id`.execute(
    owner,
  );
}

async function addMeasures(owner: Database['owner'], groups: number): Promise<void> {
  await sql`insert into source (id, title) values ('xb.source', 'Banco')`.execute(owner);
  await sql`insert into dimension (code, title, title_en) values ('grp', 'Grupo', 'Group')`.execute(owner);
  await sql`insert into dimension_category (dimension, code, title, title_en)
    select 'grp', 'g' || n, 'g', 'g' from generate_series(0, ${groups - 1}) n`.execute(owner);
  if (groups > 1)
    await sql`select disaggregation_of(jsonb_build_object('grp', 'g' || n)) from generate_series(0, ${groups - 1}) n`.execute(
      owner,
    );
  await sql`insert into indicator (code, title, topic, composition, unit, direction)
    select 'B' || n, 'Cuenta', 'x', 'count', 'casos', 'none' from generate_series(1, ${shape.series}) n`.execute(
    owner,
  );
  await sql`insert into series (indicator_id, country, territory_id, source_id, title, period_kind, level, grain, adds)
    select id, 'XB', ${base}, 'xb.source', 'Registro', 'month', 3, ${groups > 1 ? ['grp'] : []}::text[], true
    from indicator order by id`.execute(owner);
  await sql`insert into value_batch (kind, country, territory_id) values ('entry', 'XB', ${base})`.execute(
    owner,
  );
}

/** The same rows in DuckDB, sorted by series as its own store would be. */
export async function fillDuck({ owner }: Database, groups: number): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const places = await owner
    .selectFrom('territory as t')
    .innerJoin('territory as d', 'd.id', 't.parent_id')
    .select(['t.id', 'd.id as district', 'd.parent_id as province'])
    .where('t.level', '=', 3)
    .orderBy('t.id')
    .execute();
  await connection.run('create table place (n int, id int, district int, province int)');
  const rows = places.map((one, n) => `(${n}, ${one.id}, ${one.district}, ${one.province})`);
  await connection.run(`insert into place values ${rows.join(',')}`);
  await connection.run(`create table told as select (s.n + 1)::int as series, g.n::int as grp, m.n::int as month, p.id as place,
    ((${valueOf}) % 40)::double as value
    from range(${shape.series}) s (n) cross join range(${groups}) g (n) cross join range(${shape.months}) m (n) cross join place p
    order by series, month`);
  return connection;
}
