import type { Insertable, Updateable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';

/** The three lists that are kept alike: one row at a time, each with its version. */
export type CalendarTable = 'holiday' | 'exchange_rate' | 'quiet_period';

type At = { readonly id: string; readonly version: number };

export async function insertHoliday(tx: Transaction, row: Insertable<DB['holiday']>): Promise<void> {
  await tx.insertInto('holiday').values(row).execute();
}

export async function insertExchangeRate(
  tx: Transaction,
  row: Insertable<DB['exchange_rate']>,
): Promise<void> {
  await tx.insertInto('exchange_rate').values(row).execute();
}

export async function insertQuietPeriod(tx: Transaction, row: Insertable<DB['quiet_period']>): Promise<void> {
  await tx.insertInto('quiet_period').values(row).execute();
}

/** Changes a holiday at the version that was edited; false when somebody else was faster. */
export async function updateHolidayRow(
  tx: Transaction,
  at: At,
  change: Updateable<DB['holiday']>,
): Promise<boolean> {
  const result = await tx
    .updateTable('holiday')
    .set({ ...change, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Changes a rate at the version that was edited; false when somebody else was faster. */
export async function updateExchangeRateRow(
  tx: Transaction,
  at: At,
  change: Updateable<DB['exchange_rate']>,
): Promise<boolean> {
  const result = await tx
    .updateTable('exchange_rate')
    .set({ ...change, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Changes a quiet period at the version that was edited; false when somebody else was faster. */
export async function updateQuietPeriodRow(
  tx: Transaction,
  at: At,
  change: Updateable<DB['quiet_period']>,
): Promise<boolean> {
  const result = await tx
    .updateTable('quiet_period')
    .set({ ...change, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Deletes a row of one of the lists at the version that was seen. */
export async function deleteCalendarRow(tx: Transaction, table: CalendarTable, at: At): Promise<boolean> {
  const result = await tx
    .deleteFrom(table)
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** Brings the pack's holidays: what is new is added, what people entered or changed stays. */
export async function addPackHolidays(
  tx: Transaction,
  rows: readonly Insertable<DB['holiday']>[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const result = await tx
    .insertInto('holiday')
    .values([...rows])
    .onConflict((conflict) => conflict.columns(['territory_id', 'on_day']).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0n);
}
