import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';

/** The figures of a series as they were told, of a span of days; at most `limit`, in one order. */
export async function listBaseCells(
  tx: Transaction,
  query: { readonly seriesId: number; readonly from: string; readonly to: string; readonly limit: number },
) {
  const { rows } = await sql<{
    territoryId: number;
    period: string;
    parts: Record<string, string>;
    value: number;
  }>`
    select v.territory_id as "territoryId", v.period, d.parts, v.value
    from data_value v join disaggregation d on d.id = v.disaggregation_id
    where v.series_id = ${query.seriesId} and v.state = 0 and v.period between ${query.from}::date and ${query.to}::date
    order by v.disaggregation_id, v.period, v.territory_id limit ${query.limit}`.execute(tx);
  return rows;
}

/** The territories that each of these lies in, from the country down, itself last, each with its level. */
export async function listPaths(
  tx: Transaction,
  ids: readonly number[],
): Promise<Map<number, readonly { readonly id: number; readonly level: number }[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('territory_closure as c')
    .innerJoin('territory as t', 't.id', 'c.ancestor_id')
    .select(['c.descendant_id as of', 't.id', 't.level'])
    .where('c.descendant_id', '=', anyOf([...ids]))
    .orderBy('t.level')
    .execute();
  return Map.groupBy(rows, (row) => row.of);
}

/** The series of the same source and indicator that are officially public. */
export async function listPublishedBeside(
  tx: Transaction,
  series: {
    readonly id: number;
    readonly indicatorId: number;
    readonly country: string;
    readonly sourceId: string;
  },
) {
  return tx
    .selectFrom('series')
    .select(['level', 'period_kind as periodKind', 'grain'])
    .where('indicator_id', '=', series.indicatorId)
    .where('country', '=', series.country)
    .where('source_id', '=', series.sourceId)
    .where('is_published', '=', true)
    .where('id', '<>', series.id)
    .orderBy('id')
    .execute();
}

/**
 * The series in a country, of some indicators, whose rows add up (or of which none do), whatever their source: those whose small numbers are
 * protected, and those that are published.
 */
export async function listBeside(
  tx: Transaction,
  asked: { readonly indicatorIds: readonly number[]; readonly country: string; readonly adds: boolean },
) {
  return tx
    .selectFrom('series')
    .select([
      'id',
      'indicator_id as indicatorId',
      'country',
      'source_id as sourceId',
      'level',
      'period_kind as periodKind',
      'grain',
      'adds',
      'is_published as isPublished',
    ])
    .where('indicator_id', '=', anyOf([...asked.indicatorIds]))
    .where('country', '=', asked.country)
    .where('adds', '=', asked.adds)
    .orderBy('id')
    .execute();
}

/** The indicators of people or incidents that an indicator is part of, those that are part of it, and so on: all that hang together. */
export async function listFamily(
  tx: Transaction,
  indicatorId: number,
): Promise<{ readonly id: number; readonly wholeId: number | null; readonly addsOverTime: boolean }[]> {
  const { rows } = await sql<{ id: number; wholeId: number | null; addsOverTime: boolean }>`
    with recursive above as (
      select id, whole_id from indicator where id = ${indicatorId}
      union select i.id, i.whole_id from indicator i join above a on i.id = a.whole_id),
    below as (
      select id, whole_id from above
      union select i.id, i.whole_id from indicator i join below b on i.whole_id = b.id)
    select i.id, i.whole_id as "wholeId", i.composition <> 'stock' as "addsOverTime"
    from indicator i join below b on b.id = i.id
    where i.id = ${indicatorId} or i.counts_people and i.composition in ('count', 'stock')
    order by i.id`.execute(tx);
  return rows;
}

/**
 * The territories of another division that hold each of these whole: those that it overlaps with all of itself, the one that was split into
 * it and others, the one into which it was merged, and what it was called before or is called now.
 */
export async function listHolders(tx: Transaction, ids: readonly number[]): Promise<Map<number, number[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ of: number; holder: number }>`
    with counted as (
      select s.*, count(*) over (partition by successor_id) as before, count(*) over (partition by predecessor_id) as after
      from territory_succession s)
    select territory_id as of, other_id as holder from territory_overlap where share = 1 and territory_id = any (${[...ids]}::int[])
    union
    select successor_id, predecessor_id from counted
    where before = 1 and kind in ('split', 'renamed') and successor_id = any (${[...ids]}::int[])
    union
    select predecessor_id, successor_id from counted
    where after = 1 and kind in ('merged', 'renamed') and predecessor_id = any (${[...ids]}::int[])`.execute(
    tx,
  );
  const holders = Map.groupBy(rows, (row) => row.of);
  return new Map([...holders].map(([id, some]) => [id, some.map(({ holder }) => holder)]));
}

/** The territories that share a part of each of these, and of which nobody knows how much: overlaps, and what was cut anew. */
export async function listPartly(tx: Transaction, ids: readonly number[]): Promise<Map<number, number[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ of: number; other: number }>`
    with counted as (
      select s.*, count(*) over (partition by successor_id) as before, count(*) over (partition by predecessor_id) as after
      from territory_succession s),
    pairs as (
      select territory_id as one, other_id as other from territory_overlap where share is distinct from 1
      union
      select predecessor_id, successor_id from counted
      where not (before = 1 and kind in ('split', 'renamed') or after = 1 and kind in ('merged', 'renamed'))),
    sides as (select one, other from pairs union select other, one from pairs)
    select one as of, other from sides where one = any (${[...ids]}::int[])
      and not exists (
        select from territory_overlap o
        where o.share = 1 and (o.territory_id, o.other_id) in ((sides.one, sides.other), (sides.other, sides.one)))`.execute(
    tx,
  );
  const others = Map.groupBy(rows, (row) => row.of);
  return new Map([...others].map(([id, some]) => [id, some.map(({ other }) => other)]));
}
