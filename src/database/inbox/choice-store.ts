import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';

/** How somebody wants to be told. */
export type ReminderChoice = {
  readonly byMail: boolean;
  readonly digestWeekday: number;
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly version: number;
};

/** What holds for whoever has chosen nothing: version 1, as if it had been written. */
const unchosen: ReminderChoice = {
  byMail: true,
  digestWeekday: 1,
  quietFrom: '20:00',
  quietTo: '07:00',
  version: 1,
};

export async function findReminderChoice(tx: Transaction, accountId: string): Promise<ReminderChoice> {
  const row = await tx
    .selectFrom('reminder_choice')
    .selectAll()
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (!row) return unchosen;
  return {
    byMail: row.by_mail,
    digestWeekday: row.digest_weekday,
    quietFrom: row.quiet_from.slice(0, 5),
    quietTo: row.quiet_to.slice(0, 5),
    version: row.version,
  };
}

/** Saves a choice where the version is still the one that was edited; false where it is not. */
export async function saveReminderChoice(
  tx: Transaction,
  accountId: string,
  choice: ReminderChoice,
  now: Date,
): Promise<boolean> {
  const values = {
    by_mail: choice.byMail,
    digest_weekday: choice.digestWeekday,
    quiet_from: choice.quietFrom,
    quiet_to: choice.quietTo,
    updated_at: now,
  };
  const changed = await tx
    .updateTable('reminder_choice')
    .set({ ...values, version: sql`version + 1` })
    .where('account_id', '=', accountId)
    .where('version', '=', choice.version)
    .executeTakeFirst();
  if (changed.numUpdatedRows > 0n) return true;
  if (choice.version !== unchosen.version) return false;
  const made = await tx
    .insertInto('reminder_choice')
    .values({ account_id: accountId, ...values, version: 2 })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
