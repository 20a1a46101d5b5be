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
