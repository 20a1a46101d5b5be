import { sql, type RawBuilder } from 'kysely';
import type { Transaction } from '#database/connection.ts';

/** A role as a screen shows it. */
export type RoleView = {
  readonly id: string;
  readonly role: string;
  readonly territory: { readonly reference: string; readonly name: string };
  readonly territoryId: number;
  readonly organisation: { readonly id: string; readonly name: string } | null;
  readonly structure: { readonly id: string; readonly name: string } | null;
  readonly validFrom: string;
  readonly validTo: string | null;
};

export type InvitationView = {
  readonly id: string;
  readonly channel: 'mail' | 'link' | 'text' | 'print';
  readonly createdAt: string;
  readonly sentAt: string | null;
  readonly sendProblem: string | null;
  readonly expiresAt: string;
  readonly usedAt: string | null;
  readonly revokedAt: string | null;
};

/** An account as a screen shows it, with what the caller may see of its roles. */
export type AccountView = {
  readonly id: string;
  readonly username: string;
  readonly personId: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly standing: 'invited' | 'active' | 'suspended' | 'closed';
  readonly standingReason: string | null;
  readonly territoryId: number;
  readonly reference: string;
  readonly placeName: string;
  readonly organisation: { readonly id: string; readonly name: string } | null;
  readonly language: string;
  readonly theme: 'system' | 'light' | 'dark';
  readonly hasSecondFactor: boolean;
  readonly firstEnteredAt: Date | null;
  readonly lastEnteredAt: Date | null;
  readonly example: boolean;
  readonly version: number;
  readonly roles: readonly RoleView[];
  readonly invitation: InvitationView | null;
};

const referenceOf = (territory: string) =>
  sql`case when ${sql.ref(`${territory}.code`)} = ${sql.ref(`${territory}.country`)} then ${sql.ref(`${territory}.country`)}
    else ${sql.ref(`${territory}.country`)} || '-' || ${sql.ref(`${territory}.code`)} end`;

const utc = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

// The day where a role is held, not where the server stands.
const todayAt = (held: string) => sql`(select (now() at time zone country.time_zone)::date from country
  join territory at on at.country = country.code where at.id = ${sql.ref(`${held}.territory_id`)})`;

const columns = sql`
  account.id, account.username, account.person_id as "personId", person.name, account.phone, account.email, account.standing,
  account.standing_reason as "standingReason", account.territory_id as "territoryId", ${referenceOf('home')} as reference,
  home.name as "placeName", account.language, account.theme, account.totp_confirmed_at is not null as "hasSecondFactor",
  account.first_entered_at as "firstEnteredAt", account.last_entered_at as "lastEnteredAt", account.example, account.version,
  case when own.id is null then null else jsonb_build_object('id', own.id, 'name', own.name) end as organisation,
  (select coalesce(jsonb_agg(jsonb_build_object('id', held.id, 'role', held.role, 'territoryId', held.territory_id,
      'territory', jsonb_build_object('reference', ${referenceOf('place')}, 'name', place.name),
      'organisation', case when body.id is null then null else jsonb_build_object('id', body.id, 'name', body.name) end,
      'structure', case when board.id is null then null else jsonb_build_object('id', board.id, 'name', board.name) end,
      'validFrom', held.valid_from, 'validTo', held.valid_to) order by held.valid_from, held.id), '[]')
    from role_assignment held join territory place on place.id = held.territory_id
      left join organisation body on body.id = held.organisation_id left join structure board on board.id = held.structure_id
    where held.account_id = account.id and (held.valid_to is null or held.valid_to > ${todayAt('held')})) as roles,
  (select jsonb_build_object('id', sent.id, 'channel', sent.channel, 'createdAt', ${utc('sent.created_at')},
      'sentAt', ${utc('sent.sent_at')}, 'sendProblem', sent.send_problem, 'expiresAt', ${utc('sent.expires_at')},
      'usedAt', ${utc('sent.used_at')}, 'revokedAt', ${utc('sent.revoked_at')})
    from invitation sent where sent.account_id = account.id order by sent.created_at desc, sent.id desc limit 1) as invitation`;

const tables = sql`account join territory home on home.id = account.territory_id
  left join person on person.id = account.person_id left join organisation own on own.id = account.organisation_id`;

/** One account, if the caller may know of it. */
export async function findAccount(tx: Transaction, id: string): Promise<AccountView | undefined> {
  const found = await sql<AccountView>`select ${columns} from ${tables} where account.id = ${id}`.execute(tx);
  return found.rows[0];
}

/** The accounts of these ids. */
export async function findAccounts(tx: Transaction, ids: readonly string[]): Promise<AccountView[]> {
  const found =
    await sql<AccountView>`select ${columns} from ${tables} where account.id = any (${ids}::uuid[])`.execute(
      tx,
    );
  return found.rows;
}

export type AccountFilter = {
  readonly text?: string | undefined;
  readonly range?: { readonly low: number; readonly high: number } | undefined;
  readonly standing?: string | undefined;
  readonly entered?: 'yes' | 'no' | undefined;
  readonly role?: string | undefined;
};

/** Accounts in the order of their usernames, after one of them. */
export async function listAccountViews(
  tx: Transaction,
  filter: AccountFilter,
  page: { after: string | null; limit: number },
): Promise<AccountView[]> {
  const conditions: RawBuilder<unknown>[] = [sql`true`];
  if (filter.text) {
    const pattern = `%${filter.text.replaceAll(/[\\%_]/g, '\\$&')}%`;
    conditions.push(sql`(person.name ilike ${pattern} or account.username ilike ${pattern})`);
  }
  if (filter.range)
    conditions.push(sql`account.territory_id between ${filter.range.low} and ${filter.range.high}`);
  if (filter.standing) conditions.push(sql`account.standing = ${filter.standing}`);
  if (filter.entered === 'yes') conditions.push(sql`account.first_entered_at is not null`);
  if (filter.entered === 'no') {
    conditions.push(sql`account.first_entered_at is null and account.standing = 'invited'`);
  }
  if (filter.role) {
    conditions.push(sql`exists (select from role_assignment held where held.account_id = account.id
      and held.role = ${filter.role} and (held.valid_to is null or held.valid_to > ${todayAt('held')}))`);
  }
  if (page.after !== null) conditions.push(sql`account.username collate spanish > ${page.after}`);
  const found =
    await sql<AccountView>`select ${columns} from ${tables} where ${sql.join(conditions, sql` and `)}
    order by account.username collate spanish limit ${page.limit}`.execute(tx);
  return found.rows;
}

/** A territory by its reference, with the span of its subtree. */
export type FoundPlace = {
  readonly territoryId: number;
  readonly lastId: number;
  readonly country: string;
  readonly reference: string;
  readonly name: string;
  readonly today: string;
};

/** The territory that a reference names and that has not ended; and what day it is there. */
export async function findPlace(
  tx: Transaction,
  reference: string,
  now: Date,
): Promise<FoundPlace | undefined> {
  const [country = '', ...rest] = reference.split('-');
  const code = rest.length === 0 ? country : rest.join('-');
  const found = await sql<FoundPlace>`
    select territory.id as "territoryId", territory.last_id as "lastId", territory.country, ${referenceOf('territory')} as reference,
      territory.name, (${now}::timestamptz at time zone country.time_zone)::date as today
    from territory join country on country.code = territory.country
    where territory.country = ${country} and territory.code = ${code} and territory.valid_to is null`.execute(
    tx,
  );
  return found.rows[0];
}
