import { sql } from 'kysely';
import type { Transaction } from '../connection.ts';

/** A value as it is written. `state` as in data_value.state; a value where it is 0, none otherwise. */
export type GivenValue = {
  readonly seriesId: number;
  readonly disaggregationId: number;
  readonly period: string;
  readonly territoryId: number;
  readonly value: number | null;
  readonly state: number;
};

export type NewBatch = {
  readonly kind: 'pack' | 'import' | 'report' | 'entry';
  readonly country: string;
  readonly territoryId: number;
  readonly organisationId: string | null;
  readonly importRunId?: string | null;
  readonly sourceVersion?: string | null;
  readonly cutoffOn?: string | null;
  readonly status?: 'provisional' | 'final';
  readonly reason?: string | null;
  readonly accountId: string | null;
};

/** A batch that somebody enters by hand: of no import and no edition of a source. */
export type EnteredBatch = Omit<NewBatch, 'importRunId' | 'sourceVersion'>;

/** Opens a batch: everything that is written with its number came together. @returns its number */
export async function insertBatch(tx: Transaction, batch: NewBatch): Promise<string> {
  const { id } = await tx
    .insertInto('value_batch')
    .values({
      kind: batch.kind,
      country: batch.country,
      territory_id: batch.territoryId,
      organisation_id: batch.organisationId,
      import_run_id: batch.importRunId ?? null,
      source_version: batch.sourceVersion ?? null,
      cutoff_on: batch.cutoffOn ?? null,
      status: batch.status ?? 'final',
      reason: batch.reason ?? null,
      account_id: batch.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Opens a batch and writes its few values in one round trip: a figure that somebody corrects. */
export async function enterBatch(
  tx: Transaction,
  batch: EnteredBatch,
  values: readonly GivenValue[],
): Promise<{ batchId: string; written: number }> {
  const { rows } = await sql<{ batchId: string; written: number }>`
    select batch as "batchId", written from value_enter(${batch.kind}, ${batch.country}, ${batch.territoryId}, ${batch.organisationId}::uuid,
      ${batch.cutoffOn ?? null}::date, ${batch.status ?? 'final'}, ${batch.reason ?? null}, ${batch.accountId}::uuid, ${columnsOf(values)})`.execute(
    tx,
  );
  if (!rows[0]) throw new Error('no batch was made');
  return rows[0];
}

const columnsOf = (values: readonly GivenValue[]) => sql`${values.map((one) => one.seriesId)}::int[],
  ${values.map((one) => one.disaggregationId)}::int[], ${values.map((one) => one.period)}::date[],
  ${values.map((one) => one.territoryId)}::int[], ${values.map((one) => one.value)}::float8[],
  ${values.map((one) => one.state)}::smallint[]`;

// So many at once that a statement stays of bearable size.
const atOnce = 20_000;

/**
 * Writes values of a batch, each cell at most once. What is the same stays untouched; former values are kept and sums marked by the
 * database itself. @returns how many were new or changed
 */
export async function writeValues(
  tx: Transaction,
  batchId: string,
  values: readonly GivenValue[],
): Promise<number> {
  let written = 0;
  for (let start = 0; start < values.length; start += atOnce) {
    const some = values.slice(start, start + atOnce);
    const { rows } = await sql<{ written: number }>`
      select value_write(${batchId}::bigint, ${columnsOf(some)}) as written`.execute(tx);
    written += rows[0]?.written ?? 0;
  }
  return written;
}

/** Takes a batch back. What somebody has changed since stays. @returns how many cells are as they were before */
export async function revokeBatch(tx: Transaction, batchId: string, reason: string | null): Promise<number> {
  const { rows } = await sql<{
    changed: number;
  }>`select value_revoke(${batchId}::bigint, ${reason}::text) as changed`.execute(tx);
  return rows[0]?.changed ?? 0;
}

/** The number of a crossing of categories, {} for the whole; it is made when it is first needed. */
export async function disaggregationOf(
  tx: Transaction,
  parts: Readonly<Record<string, string>>,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select disaggregation_of(${JSON.stringify(parts)}::jsonb) as id`.execute(tx);
  if (!rows[0]) throw new Error('no crossing was made');
  return rows[0].id;
}

/** The series whose sums wait to be made anew. */
export async function listMarkedSeries(tx: Transaction): Promise<number[]> {
  const rows = await tx.selectFrom('value_dirty').select('series_id').distinct().execute();
  return rows.map((row) => row.series_id);
}

/**
 * Adds up anew what is marked of a series, at most `atMost` marks. @returns how many marks were taken; -1 when somebody else is at it
 * and `waits` is not set
 */
export async function drainMarks(
  tx: Transaction,
  seriesId: number,
  options: { readonly atMost: number; readonly waits: boolean },
): Promise<number> {
  const { rows } = await sql<{ taken: number }>`
    select value_drain(${seriesId}::int, ${options.atMost}::int, ${options.waits}) as taken`.execute(tx);
  return rows[0]?.taken ?? 0;
}
