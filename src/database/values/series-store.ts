import { sql, type Insertable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';

export type NewSeries = Omit<Insertable<DB['series']>, 'id' | 'version' | 'created_at'>;

/** Adds a series. @returns its number; undefined where the source already has one of that level, period and grain */
export async function insertSeries(tx: Transaction, series: NewSeries): Promise<number | undefined> {
  const row = await tx
    .insertInto('series')
    .values(series)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** The series that a source has of an indicator at a level, for a length of period, of a grain. */
export async function findSeriesLike(
  tx: Transaction,
  like: Pick<NewSeries, 'indicator_id' | 'country' | 'source_id' | 'period_kind' | 'level'> & {
    readonly grain: readonly string[];
  },
): Promise<number | undefined> {
  const row = await tx
    .selectFrom('series')
    .select('id')
    .where('indicator_id', '=', like.indicator_id)
    .where('country', '=', like.country)
    .where('source_id', '=', like.source_id)
    .where('period_kind', '=', like.period_kind)
    .where('level', '=', like.level)
    .where(sql<boolean>`grain = ${[...like.grain]}::text[]`)
    .executeTakeFirst();
  return row?.id;
}

/** Whether a batch of the pack with this mark was already written. */
export async function hasPackBatch(tx: Transaction, country: string, mark: string): Promise<boolean> {
  const row = await tx
    .selectFrom('value_batch')
    .select('id')
    .where('kind', '=', 'pack')
    .where('country', '=', country)
    .where('source_version', '=', mark)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The cells of series that somebody else than the pack has written: what people changed stays. */
export async function listCellsOfOthers(tx: Transaction, seriesIds: readonly number[]): Promise<Set<string>> {
  if (seriesIds.length === 0) return new Set();
  const rows = await tx
    .selectFrom('data_value as v')
    .innerJoin('value_batch as b', 'b.id', 'v.batch_id')
    .select(
      sql<string>`concat_ws('/', v.series_id, v.disaggregation_id, v.period, v.territory_id)`.as('cell'),
    )
    .where('v.series_id', 'in', [...seriesIds])
    .where('b.kind', '<>', 'pack')
    .execute();
  return new Set(rows.map((row) => row.cell));
}

export async function insertCoverage(
  tx: Transaction,
  coverage: Insertable<DB['series_coverage']>,
): Promise<void> {
  await tx.insertInto('series_coverage').values(coverage).execute();
}

/** Says a series anew where the version is still the one that was edited. @returns whether it was */
export async function updateSeriesRow(
  tx: Transaction,
  at: { readonly id: number; readonly version: number },
  change: Partial<
    Pick<
      NewSeries,
      'title' | 'title_en' | 'counting_unit' | 'rank' | 'audience' | 'is_published' | 'note' | 'standing'
    >
  >,
): Promise<boolean> {
  const done = await tx
    .updateTable('series')
    .set({ ...change, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** @returns whether there was one */
export async function deleteCoverage(tx: Transaction, seriesId: number, id: string): Promise<boolean> {
  const done = await tx
    .deleteFrom('series_coverage')
    .where('id', '=', id)
    .where('series_id', '=', seriesId)
    .executeTakeFirst();
  return done.numDeletedRows === 1n;
}

/** A figure by what names it. */
export type CellKey = {
  readonly seriesId: number;
  readonly disaggregationId: number;
  readonly period: string;
  readonly territoryId: number;
};

/** Says how those who paid for a result share it; none, and nobody does. */
export async function replaceShares(
  tx: Transaction,
  cell: CellKey,
  shares: readonly { readonly organisationId: string; readonly share: number }[],
): Promise<void> {
  const at = {
    series_id: cell.seriesId,
    disaggregation_id: cell.disaggregationId,
    period: cell.period,
    territory_id: cell.territoryId,
  };
  await tx
    .deleteFrom('value_share')
    .where('series_id', '=', at.series_id)
    .where('disaggregation_id', '=', at.disaggregation_id)
    .where('period', '=', at.period)
    .where('territory_id', '=', at.territory_id)
    .execute();
  if (shares.length === 0) return;
  await tx
    .insertInto('value_share')
    .values(shares.map((one) => ({ ...at, organisation_id: one.organisationId, share: String(one.share) })))
    .execute();
}
