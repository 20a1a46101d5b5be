import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';

type CellSpan = {
  readonly seriesId: number;
  readonly first: number;
  readonly last: number;
  readonly from: string;
  readonly to: string;
};

/** What estimates of a series say of their own uncertainty. */
export async function listEstimateErrors(
  tx: Transaction,
  { disaggregationIds, first, from, last, seriesId, to }: CellSpan & { disaggregationIds: readonly number[] },
) {
  return tx
    .selectFrom('value_interval')
    .select(['disaggregation_id as disaggregationId', 'period', 'territory_id as territoryId'])
    .select(['low', 'high', 'standard_error as standardError', 'answers', 'method'])
    .where('series_id', '=', seriesId)
    .where('disaggregation_id', '=', anyOf([...disaggregationIds]))
    .where('period', '>=', from)
    .where('period', '<=', to)
    .where('territory_id', '>=', first)
    .where('territory_id', '<=', last)
    .execute();
}

/**
 * Which territories of the level at which a series is told said a number, by period: from the sums where they are fresh, from the rows
 * where something changed or the rows are the whole themselves.
 */
export async function listWhoTold(
  tx: Transaction,
  {
    first,
    from,
    isBrokenDown,
    last,
    level,
    seriesId,
    to,
  }: CellSpan & { level: number; isBrokenDown: boolean },
): Promise<{ readonly territoryId: number; readonly period: string }[]> {
  const span = sql`period between ${from}::date and ${to}::date and territory_id between ${first} and ${last}`;
  if (!isBrokenDown) {
    const { rows } = await sql<{ territoryId: number; period: string }>`
      select territory_id as "territoryId", period from data_value
      where series_id = ${seriesId} and disaggregation_id = 0 and state = 0 and ${span}`.execute(tx);
    return rows;
  }
  const { rows } = await sql<{ territoryId: number; period: string }>`
    with stale as materialized (
      select distinct period from value_dirty where series_id = ${seriesId} and period between ${from}::date and ${to}::date)
    select territory_id as "territoryId", period from value_rollup
    where level = ${level} and series_id = ${seriesId} and disaggregation_id = 0 and reported > 0 and ${span}
      and period not in (select period from stale)
    union
    select territory_id, period from data_value where series_id = ${seriesId} and state = 0 and ${span}
      and period in (select period from stale)`.execute(tx);
  return rows;
}
