import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';
import type { CellKey } from './series-store.ts';

/**
 * Corrections of series that these numbers name, newest first. Read with the owner's connection: whoever asks has been told which series there
 * are, and what is small is protected before it leaves.
 */
export async function listCorrectionRows(
  tx: Transaction,
  filter: {
    readonly seriesIds: readonly number[];
    readonly within: NumberRange | null;
    readonly after: string | null;
    readonly limit: number;
  },
) {
  let query = tx
    .selectFrom('value_correction as k')
    .innerJoin('disaggregation as d', 'd.id', 'k.disaggregation_id')
    .leftJoin('value_batch as b', 'b.id', 'k.new_batch_id')
    .innerJoin('value_batch as former', 'former.id', 'k.old_batch_id')
    .select([
      'k.id',
      'k.series_id as seriesId',
      'k.period',
      'k.territory_id as territoryId',
      'd.key as crossing',
      'k.old_value as oldValue',
      'k.old_state as oldState',
      'k.new_value as newValue',
      'k.new_state as newState',
      'k.corrected_at as correctedAt',
      'b.reason',
      'former.kind as formerKind',
      'former.revoked_reason as formerRevokedReason',
      // What stands now is older than what stood before: that was taken back.
      sql<boolean>`former.revoked_at is not null and coalesce(k.new_batch_id < k.old_batch_id, true)`.as(
        'wasTakenBack',
      ),
    ])
    .where(sql<boolean>`k.series_id = any (${[...filter.seriesIds]}::int[])`)
    .orderBy('k.id', 'desc')
    .limit(filter.limit);
  if (filter.within)
    query = query
      .where('k.territory_id', '>=', filter.within.low)
      .where('k.territory_id', '<=', filter.within.high);
  if (filter.after !== null) query = query.where('k.id', '<', filter.after);
  return query.execute();
}

/** A figure as it stands. */
export async function findCell(tx: Transaction, cell: CellKey) {
  return tx
    .selectFrom('data_value')
    .select(['value', 'state', 'batch_id as batchId'])
    .where('series_id', '=', cell.seriesId)
    .where('disaggregation_id', '=', cell.disaggregationId)
    .where('period', '=', cell.period)
    .where('territory_id', '=', cell.territoryId)
    .executeTakeFirst();
}

/** Everything that a figure has been, newest first. */
export async function listFormer(tx: Transaction, cell: CellKey) {
  return tx
    .selectFrom('value_correction')
    .select(['old_value as value', 'old_state as state', 'old_batch_id as batchId', 'corrected_at as until'])
    .where('series_id', '=', cell.seriesId)
    .where('disaggregation_id', '=', cell.disaggregationId)
    .where('period', '=', cell.period)
    .where('territory_id', '=', cell.territoryId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
}

/** Who shares a result, the largest share first. */
export async function listShares(tx: Transaction, cell: CellKey) {
  return tx
    .selectFrom('value_share as s')
    .innerJoin('organisation as o', 'o.id', 's.organisation_id')
    .select(['o.id', 'o.name', 's.share'])
    .where('s.series_id', '=', cell.seriesId)
    .where('s.disaggregation_id', '=', cell.disaggregationId)
    .where('s.period', '=', cell.period)
    .where('s.territory_id', '=', cell.territoryId)
    .orderBy('s.share', 'desc')
    .execute();
}

/** The number of a crossing by how it is written; undefined where no figure was ever broken down so. */
export async function findCrossing(tx: Transaction, key: string): Promise<number | undefined> {
  const row = await tx.selectFrom('disaggregation').select('id').where('key', '=', key).executeTakeFirst();
  return row?.id;
}
