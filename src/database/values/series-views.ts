import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';
import { seriesRows } from './series-row.ts';

const columns = (tx: Transaction) =>
  seriesRows(tx)
    .innerJoin('indicator as i', 'i.id', 's.indicator_id')
    .select([
      'i.code as indicatorCode',
      'i.title as indicatorTitle',
      'i.title_en as indicatorTitleEn',
      'i.unit as indicatorUnit',
      'i.unit_en as indicatorUnitEn',
      'i.composition',
      'i.counts_people as countsPeople',
      'i.low_bound as lowBound',
      'i.high_bound as highBound',
    ]);

/** A series with its indicator and its source, as far as the caller may know of it. */
export async function findSeries(tx: Transaction, id: number) {
  return columns(tx).where('s.id', '=', id).executeTakeFirst();
}

export type FullSeries = NonNullable<Awaited<ReturnType<typeof findSeries>>>;

/** Series by indicator and rank. */
export async function listSeriesRows(
  tx: Transaction,
  filter: {
    readonly indicatorId: number | null;
    readonly within: NumberRange | null;
    readonly retired: boolean;
    readonly after: { readonly code: string; readonly rank: number; readonly id: number } | null;
    readonly limit: number;
  },
): Promise<FullSeries[]> {
  let query = columns(tx).orderBy('i.code').orderBy('s.rank').orderBy('s.id').limit(filter.limit);
  if (!filter.retired) query = query.where('s.standing', '=', 'current');
  if (filter.indicatorId !== null) query = query.where('s.indicator_id', '=', filter.indicatorId);
  if (filter.within)
    // What is told of it, of what lies in it, or of what it lies in.
    query = query.where('t.id', '<=', filter.within.high).where('t.last_id', '>=', filter.within.low);
  if (filter.after) {
    const { code, id, rank } = filter.after;
    query = query.where(sql<boolean>`(i.code, s.rank, s.id) > (${code}, ${rank}::smallint, ${id}::int)`);
  }
  return query.execute();
}

/** How fresh series are: what the latest batch that stands says of itself. */
export async function findFreshness(tx: Transaction, seriesIds: readonly number[]) {
  if (seriesIds.length === 0) return new Map<number, Freshness>();
  const { rows } = await sql<Freshness & { id: number }>`
    select distinct on (x.series_id) x.series_id as id, b.cutoff_on as "cutoffOn", b.status = 'provisional' as "isProvisional",
      b.made_at as "writtenAt"
    from value_batch_series x join value_batch b on b.id = x.batch_id
    where x.series_id = any (${[...seriesIds]}::int[]) and b.revoked_at is null
    order by x.series_id, b.id desc`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

export type Freshness = {
  readonly cutoffOn: string | null;
  readonly isProvisional: boolean;
  readonly writtenAt: Date;
};

const batches = (tx: Transaction) =>
  tx.selectFrom('value_batch as b').select([
    'b.id',
    'b.kind',
    'b.country',
    'b.territory_id as territoryId',
    'b.organisation_id as organisationId',
    'b.cutoff_on as cutoffOn',
    'b.status',
    'b.reason',
    'b.account_id as accountId',
    'b.made_at as madeAt',
    'b.revoked_at as revokedAt',
    sql<
      { id: string; title: string; number: number }[]
    >`coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'title', c.title,
        'number', c.number) order by c.title) from value_batch_crosswalk x join crosswalk c on c.id = x.crosswalk_id
        where x.batch_id = b.id), '[]')`.as('crosswalks'),
  ]);

/** The last batches of a series, newest first. */
export async function listBatchesOf(tx: Transaction, seriesId: number, limit: number) {
  return batches(tx)
    .innerJoin('value_batch_series as x', 'x.batch_id', 'b.id')
    .where('x.series_id', '=', seriesId)
    .orderBy('b.id', 'desc')
    .limit(limit)
    .execute();
}

/** Batches by their numbers. */
export async function findBatches(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, BatchRow>();
  const rows = await batches(tx)
    .where('b.id', '=', anyOf([...new Set(ids)]))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export type BatchRow = Awaited<ReturnType<typeof listBatchesOf>>[number];

/** The dimensions that there are, out of those named. */
export async function findDimensions(tx: Transaction, codes: readonly string[]): Promise<Set<string>> {
  if (codes.length === 0) return new Set();
  const rows = await tx
    .selectFrom('dimension')
    .select('code')
    .where('code', '=', anyOf([...codes]))
    .execute();
  return new Set(rows.map((row) => row.code));
}

/** The levels of territory that a country has. */
export async function listLevels(tx: Transaction, country: string): Promise<Set<number>> {
  const rows = await tx.selectFrom('territory_kind').select('level').where('country', '=', country).execute();
  return new Set(rows.map((row) => row.level));
}

/** Territories by their references' codes, with the days between which they exist; the one that stood on a day comes first. */
export async function findEntryPlaces(tx: Transaction, country: string, codes: readonly string[]) {
  if (codes.length === 0) return [];
  return tx
    .selectFrom('territory')
    .select(['id', 'code', 'level', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('country', '=', country)
    .where('code', '=', anyOf([...new Set(codes)]))
    .orderBy('valid_to', (order) => order.desc().nullsFirst())
    .execute();
}

/** Whether each category of a crossing is known. */
export async function areCategories(
  tx: Transaction,
  parts: Readonly<Record<string, string>>,
): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select not exists (select from jsonb_each_text(${JSON.stringify(parts)}::jsonb) p
      where not exists (select from dimension_category c where c.dimension = p.key and c.code = p.value)) as known`.execute(
    tx,
  );
  return rows[0]?.known ?? false;
}
