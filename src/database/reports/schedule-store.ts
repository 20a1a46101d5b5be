import { sql } from 'kysely';
import type { Database, Transaction } from '#database/connection.ts';
import type { BulletinAudience, BulletinKind } from '#domain/reports/bulletin.ts';

const columns = [
  's.id',
  's.kind',
  's.country',
  's.territory_id as territoryId',
  's.organisation_id as organisationId',
  'o.name as organisationName',
  's.audience',
  's.language',
  's.days_after as daysAfter',
  's.account_id as accountId',
] as const;

const schedules = (tx: Transaction) =>
  tx
    .selectFrom('bulletin_schedule as s')
    .leftJoin('organisation as o', 'o.id', 's.organisation_id')
    .select(columns);

type Row = Awaited<ReturnType<ReturnType<typeof schedules>['execute']>>[number];

function scheduleOf(row: Row) {
  return {
    ...row,
    kind: row.kind as BulletinKind,
    audience: row.audience as BulletinAudience,
    language: row.language as 'es' | 'en',
  };
}

export type ScheduleRow = ReturnType<typeof scheduleOf>;

export async function listScheduleRows(tx: Transaction): Promise<ScheduleRow[]> {
  const rows = await schedules(tx).orderBy('s.created_at').orderBy('s.id').execute();
  return rows.map(scheduleOf);
}

export async function findSchedule(tx: Transaction, id: string): Promise<ScheduleRow | undefined> {
  const row = await schedules(tx).where('s.id', '=', id).executeTakeFirst();
  return row && scheduleOf(row);
}

/** Orders a report. @returns false where the same is ordered already */
export async function insertSchedule(
  tx: Transaction,
  made: Omit<ScheduleRow, 'organisationName'>,
): Promise<boolean> {
  const row = await tx
    .insertInto('bulletin_schedule')
    .values({
      id: made.id,
      kind: made.kind,
      country: made.country,
      territory_id: made.territoryId,
      organisation_id: made.organisationId,
      audience: made.audience,
      language: made.language,
      days_after: made.daysAfter,
      account_id: made.accountId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (row.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function deleteSchedule(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('bulletin_schedule').where('id', '=', id).execute();
}

/** Every order, with the day that it is where it is about and where its link goes. Asked by the job, which acts for everybody. */
export async function listOrders(database: Database, now: Date) {
  const rows = await schedules(database.owner as unknown as Transaction)
    .innerJoin('country as c', 'c.code', 's.country')
    .leftJoin('account as a', (join) =>
      join.onRef('a.id', '=', 's.account_id').on('a.standing', '=', 'active'),
    )
    .select([
      sql<string>`(${now}::timestamptz at time zone c.time_zone)::date::text`.as('today'),
      'a.email',
      'c.time_zone as timeZone',
    ])
    .orderBy('s.id')
    .execute();
  return rows.map((row) => ({
    ...scheduleOf(row),
    today: row.today,
    email: row.email,
    timeZone: row.timeZone,
  }));
}

/** Whether an order made its report of a quarter already. */
export async function hasMade(database: Database, scheduleId: string, quarter: string): Promise<boolean> {
  const row = await database.owner
    .selectFrom('bulletin')
    .select('id')
    .where('schedule_id', '=', scheduleId)
    .where('quarter', '=', quarter)
    .executeTakeFirst();
  return row !== undefined;
}
