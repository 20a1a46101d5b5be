import { sql } from 'kysely';
import { holderColumns, type Holder } from '#database/access/session-store.ts';
import type { Database, Transaction } from '#database/connection.ts';

/** Somebody who may be told of what they have to do, and how they want to be told. */
export type PersonToTell = Holder & {
  readonly email: string | null;
  readonly language: string;
  readonly territoryId: number;
  readonly organisationId: string | null;
  readonly country: string;
  readonly timeZone: string;
  readonly today: string;
  readonly byMail: boolean;
  readonly digestWeekday: number;
  readonly quietFrom: string;
  readonly quietTo: string;
};

/** The next people whom nobody has told anything today, in order of id. Asked by the job that tells them, which acts for everybody. */
export async function listPeopleToTell(
  database: Database,
  now: Date,
  page: { readonly after: string | null; readonly limit: number },
): Promise<PersonToTell[]> {
  const today = sql`(${now}::timestamptz at time zone country.time_zone)::date`;
  const after = page.after === null ? sql`` : sql`and account.id > ${page.after}::uuid`;
  const { rows } = await sql<PersonToTell>`
    select ${holderColumns(now)}, account.email, account.language, account.territory_id as "territoryId",
      account.organisation_id as "organisationId", country.code as country, country.time_zone as "timeZone", ${today} as today,
      coalesce(choice.by_mail, true) as "byMail", coalesce(choice.digest_weekday, 1)::int as "digestWeekday",
      coalesce(choice.quiet_from, '20:00')::text as "quietFrom", coalesce(choice.quiet_to, '07:00')::text as "quietTo"
    from account join person on person.id = account.person_id
      join territory home on home.id = account.territory_id join country on country.code = home.country
      left join reminder_choice choice on choice.account_id = account.id
      left join reminder_round round on round.account_id = account.id
    where account.standing = 'active' and (round.told_on is null or round.told_on < ${today}) ${after}
    order by account.id limit ${page.limit}`.execute(database.owner);
  return rows;
}

/** Does something as the installation itself: reminders are written for people, not by them. */
export function asInstallation<Result>(
  database: Database,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return database.owner.transaction().execute(work);
}

export type NewReminder = {
  readonly id: string;
  readonly account_id: string;
  readonly territory_id: number;
  readonly organisation_id: string | null;
  readonly kind: string;
  readonly stage: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly due_on: string | null;
  readonly standing: 'waiting' | 'unreachable' | 'shown';
  readonly channel: 'mail' | 'inbox';
  readonly mail_id: string | null;
  readonly problem: string | null;
  readonly created_at: Date;
};

/** Writes down what somebody is told, and answers which of it they had not been told before. */
export async function insertReminders(tx: Transaction, reminders: readonly NewReminder[]): Promise<string[]> {
  if (reminders.length === 0) return [];
  const rows = await tx
    .insertInto('reminder')
    .values([...reminders])
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Notes that somebody was seen to today. */
export async function noteRound(tx: Transaction, accountId: string, today: string): Promise<void> {
  await tx
    .insertInto('reminder_round')
    .values({ account_id: accountId, told_on: today })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ told_on: today }))
    .execute();
}
