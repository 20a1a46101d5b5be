import { sql, type Insertable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';

export async function insertCycle(tx: Transaction, row: Insertable<DB['report_cycle']>): Promise<void> {
  await tx.insertInto('report_cycle').values(row).execute();
}

const atOnce = 500;

export async function insertReports(
  tx: Transaction,
  rows: readonly Insertable<DB['report']>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += atOnce)
    await tx
      .insertInto('report')
      .values(rows.slice(start, start + atOnce))
      .execute();
}

export async function insertSteps(
  tx: Transaction,
  rows: readonly Insertable<DB['report_step']>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += atOnce)
    await tx
      .insertInto('report_step')
      .values(rows.slice(start, start + atOnce))
      .execute();
}

export async function insertTargets(
  tx: Transaction,
  rows: readonly Insertable<DB['report_target']>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += atOnce)
    await tx
      .insertInto('report_target')
      .values(rows.slice(start, start + atOnce))
      .execute();
}

type CycleChange = {
  readonly title: string;
  readonly dueOn: string;
  readonly graceDays: number;
  readonly closedOn: string | null;
};

/** Changes a cycle that is still at the version that was seen; false where it is not. */
export async function updateCycleRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  change: CycleChange,
): Promise<boolean> {
  const result = await tx
    .updateTable('report_cycle')
    .set({
      title: change.title,
      due_on: change.dueOn,
      grace_days: change.graceDays,
      closed_on: change.closedOn,
      version: at.version + 1,
      updated_at: sql`now()`,
    })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export type SeriesWanted = {
  readonly indicatorId: number;
  readonly country: string;
  readonly territoryId: number;
  readonly organisationId: string | null;
  readonly sourceId: string;
  readonly title: string;
  readonly periodKind: string;
  readonly level: number;
  readonly grain: readonly string[];
  readonly adds: boolean;
  readonly audience: string;
  readonly example: boolean;
};

/** The series into which reports write, made where there is none yet. @returns its number */
export async function seriesFor(tx: Transaction, wanted: SeriesWanted): Promise<number> {
  const found = await tx
    .selectFrom('series')
    .select('id')
    .where('indicator_id', '=', wanted.indicatorId)
    .where('country', '=', wanted.country)
    .where('source_id', '=', wanted.sourceId)
    .where('period_kind', '=', wanted.periodKind)
    .where('level', '=', wanted.level)
    .where(sql<boolean>`grain = ${[...wanted.grain]}::text[]`)
    .executeTakeFirst();
  if (found) return found.id;
  const { id } = await tx
    .insertInto('series')
    .values({
      indicator_id: wanted.indicatorId,
      country: wanted.country,
      territory_id: wanted.territoryId,
      organisation_id: wanted.organisationId,
      source_id: wanted.sourceId,
      title: wanted.title,
      period_kind: wanted.periodKind,
      level: wanted.level,
      grain: [...wanted.grain],
      adds: wanted.adds,
      audience: wanted.audience,
      origin: 'report',
      example: wanted.example,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The source that stands for what a form brings in; made where there is none yet. */
export async function insertReportSource(
  tx: Transaction,
  source: {
    readonly id: string;
    readonly country: string;
    readonly title: string;
    readonly publisher: string;
  },
): Promise<void> {
  await tx
    .insertInto('source')
    .values({ ...source, verified: true })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
