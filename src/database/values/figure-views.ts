import { sql, type RawBuilder } from 'kysely';
import type { Transaction } from '../connection.ts';

/** What is asked of one series: a level of territories within a territory's numbers, a span of first days, crossings. */
export type CellQuery = {
  readonly seriesId: number;
  readonly level: number;
  readonly first: number;
  readonly last: number;
  readonly from: string;
  readonly to: string;
  readonly disaggregationIds: readonly number[];
  /** Periods longer than the series' own are added up: 'month' | 'quarter' | 'semester' | 'year'; null as the series tells them. */
  readonly period: string | null;
};

/** One cell as it stands in this moment. `total` null where nothing of it is a value; `seen` counts told cells of whatever state. */
export type Cell = {
  readonly territory_id: number;
  readonly period: string;
  readonly disaggregation_id: number;
  readonly total: number | null;
  readonly reported: number;
  readonly withheld: number;
};

/**
 * Sums of a level: from the roll-up where it is fresh, added up anew where a mark says that something changed. One statement, so that
 * what is read is one moment.
 */
export async function listSums(tx: Transaction, query: CellQuery): Promise<Cell[]> {
  const { rows } = await sql<Cell>`
    with marked as materialized (
      select distinct disaggregation_id, period, territory_id from value_dirty
      where series_id = ${query.seriesId} and period between ${query.from}::date and ${query.to}::date),
    stale as materialized (
      select distinct dm.whole_id, m.period, a.id from marked m
      join disaggregation_margin dm on dm.part_id = m.disaggregation_id and dm.whole_id = any (${query.disaggregationIds}::int[])
      join (select descendant_id as mark, ancestor_id as id from territory_closure union all
        select parent_id, id from territory where parent_id is not null) near on near.mark = m.territory_id
      join territory a on a.id = near.id and a.level = ${query.level} and a.id between ${query.first} and ${query.last}),
    part as materialized (
      select distinct x.part_id from (select distinct whole_id from stale) w join disaggregation_margin x on x.whole_id = w.whole_id
      join disaggregation k on k.id = x.part_id join series g on g.id = ${query.seriesId} and k.dimensions = g.grain),
    told as materialized (
      select v.* from (select distinct period from stale) p cross join part
      join data_value v on v.series_id = ${query.seriesId} and v.disaggregation_id = part.part_id and v.period = p.period),
    cells as (
      select r.territory_id, r.period, r.disaggregation_id, r.total, r.reported, r.withheld from value_rollup r
      where r.level = ${query.level} and r.series_id = ${query.seriesId} and r.disaggregation_id = any (${query.disaggregationIds}::int[])
        and r.period between ${query.from}::date and ${query.to}::date and r.territory_id between ${query.first} and ${query.last}
        and not exists (select from stale s where (s.whole_id, s.period, s.id) = (r.disaggregation_id, r.period, r.territory_id))
      union all
      select s.id, s.period, s.whole_id, sum(v.value), count(*) filter (where v.state = 0)::int, count(*) filter (where v.state = 2)::int
      from told v join disaggregation_margin x on x.part_id = v.disaggregation_id
      join territory_closure c on c.descendant_id = v.territory_id
      join stale s on s.whole_id = x.whole_id and s.period = v.period and s.id = c.ancestor_id
      group by s.id, s.period, s.whole_id)
    ${cellsBy(query.period)} order by 1, 2, 3`.execute(tx);
  return rows;
}

// As the series tells them there is one cell of each already.
function cellsBy(period: string | null): RawBuilder<unknown> {
  if (period === null)
    return sql`select territory_id, period, disaggregation_id, total, reported, withheld from cells`;
  return sql`select territory_id, ${asPeriod(period)} as period, disaggregation_id, sum(total) as total, sum(reported)::int as reported,
    sum(withheld)::int as withheld from cells group by 1, 2, 3`;
}

/** Cells as they were told, with their state: of the level and the grain of the series itself. */
export async function listTold(
  tx: Transaction,
  query: Omit<CellQuery, 'period'>,
): Promise<
  (Omit<Cell, 'reported' | 'withheld' | 'total'> & {
    readonly value: number | null;
    readonly state: number;
    readonly batch_id: string;
  })[]
> {
  return tx
    .selectFrom('data_value as v')
    .innerJoin('territory as t', 't.id', 'v.territory_id')
    .select(['v.territory_id', 'v.period', 'v.disaggregation_id', 'v.value', 'v.state', 'v.batch_id'])
    .where('v.series_id', '=', query.seriesId)
    .where('v.disaggregation_id', 'in', [...query.disaggregationIds])
    .where('v.period', '>=', query.from)
    .where('v.period', '<=', query.to)
    .where('v.territory_id', '>=', query.first)
    .where('v.territory_id', '<=', query.last)
    .where('t.level', '=', query.level)
    .orderBy('v.territory_id')
    .orderBy('v.period')
    .orderBy('v.disaggregation_id')
    .execute();
}

// The first day of the longer period in which a period begins.
function asPeriod(kind: string) {
  if (kind === 'semester')
    return sql`(date_trunc('year', period) + case when extract(month from period) > 6 then interval '6 months' else interval '0' end)::date`;
  return sql`date_trunc(${kind}, period)::date`;
}
