import { sql } from 'kysely';
import type { Database } from '#database/connection.ts';
import type { SignInName } from '#domain/access/names-to-sign-in.ts';

// What is asked before anybody is known: who a secret or a name belongs to. The only place outside migrations, backup and
// jobs that asks as the owner; everything that follows is done in the scope of the account found.

/** Who a secret was found to belong to, and what their roles are today. */
export type Holder = {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly username: string;
  readonly standing: string;
  readonly signedOutAt: Date | null;
  readonly needsSecondFactor: boolean;
  readonly roles: readonly {
    readonly role: string;
    readonly territoryId: number;
    readonly lastId: number;
    readonly organisationId: string | null;
    readonly structureId: string | null;
  }[];
};

export type FoundSession = Holder & {
  readonly sessionId: string;
  readonly isNewest: boolean;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly rotatedAt: Date;
  readonly confirmedAt: Date | null;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly secondFactorAt: Date | null;
};

export type FoundToken = Holder & {
  readonly tokenId: string;
  readonly mayWrite: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
};

/** What makes a Holder. "Today" is the day where the role is held: a term that begins tomorrow in Panama has not begun there tonight. */
export const holderColumns = (now: Date) => sql`
  account.id as "accountId", account.person_id as "personId", person.name, account.username, account.standing,
  account.signed_out_at as "signedOutAt", account.totp_confirmed_at is not null as "needsSecondFactor",
  (select coalesce(jsonb_agg(jsonb_build_object('role', held.role, 'territoryId', territory.id, 'lastId', territory.last_id,
      'organisationId', held.organisation_id, 'structureId', held.structure_id)), '[]')
    from role_assignment held join territory on territory.id = held.territory_id join country on country.code = territory.country
    where held.account_id = account.id and held.valid_from <= (${now}::timestamptz at time zone country.time_zone)::date
      and (held.valid_to is null or held.valid_to > (${now}::timestamptz at time zone country.time_zone)::date)) as roles`;

/** The session that a secret opens, newest or previous. */
export async function findSession(
  database: Database,
  hash: Buffer,
  now: Date,
): Promise<FoundSession | undefined> {
  const found = await sql<FoundSession>`
    select session.id as "sessionId", session.secret_hash = ${hash} as "isNewest", session.created_at as "createdAt",
      session.last_seen_at as "lastSeenAt", session.rotated_at as "rotatedAt", session.confirmed_at as "confirmedAt",
      session.expires_at as "expiresAt", session.revoked_at as "revokedAt", session.second_factor_at as "secondFactorAt",
      ${holderColumns(now)}
    from session join account on account.id = session.account_id join person on person.id = account.person_id
    where session.secret_hash = ${hash} or session.previous_secret_hash = ${hash}`.execute(database.owner);
  return found.rows[0];
}

/** The personal access token that a secret opens. */
export async function findToken(
  database: Database,
  hash: Buffer,
  now: Date,
): Promise<FoundToken | undefined> {
  const found = await sql<FoundToken>`
    select api_token.id as "tokenId", api_token.may_write as "mayWrite", api_token.created_at as "createdAt",
      api_token.expires_at as "expiresAt", api_token.revoked_at as "revokedAt", api_token.last_used_at as "lastUsedAt",
      ${holderColumns(now)}
    from api_token join account on account.id = api_token.account_id join person on person.id = account.person_id
    where api_token.secret_hash = ${hash}`.execute(database.owner);
  return found.rows[0];
}

/** The calendar that a secret opens, and whose it is. */
export async function findCalendarFeed(
  database: Database,
  hash: Buffer,
  now: Date,
): Promise<(Holder & { readonly feedId: string; readonly lastReadAt: Date | null }) | undefined> {
  const found = await sql<Holder & { readonly feedId: string; readonly lastReadAt: Date | null }>`
    select calendar_feed.id as "feedId", calendar_feed.last_read_at as "lastReadAt", ${holderColumns(now)}
    from calendar_feed join account on account.id = calendar_feed.account_id join person on person.id = account.person_id
    where calendar_feed.secret_hash = ${hash} and calendar_feed.revoked_at is null`.execute(database.owner);
  return found.rows[0];
}

/** What is known of an account that somebody claims to be. */
export type Claimed = {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly username: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly standing: string;
  readonly territoryId: number;
  readonly organisationId: string | null;
  readonly passwordHash: string | null;
  readonly totpSecret: Buffer | null;
  readonly totpConfirmedAt: Date | null;
  readonly totpLastStep: string | null;
  readonly example: boolean;
};

const claimedColumns = sql`
  account.id as "accountId", account.person_id as "personId", person.name, account.username, account.phone, account.email,
  account.standing, account.territory_id as "territoryId", account.organisation_id as "organisationId",
  account.password_hash as "passwordHash", account.totp_secret as "totpSecret", account.totp_confirmed_at as "totpConfirmedAt",
  account.totp_last_step as "totpLastStep", account.example`;

/** The one account that goes by any of these names; none when two do. */
export async function findByName(
  database: Database,
  names: readonly SignInName[],
): Promise<Claimed | undefined> {
  if (names.length === 0) return undefined;
  const conditions = names.map(({ kind, value }) =>
    kind === 'phone-ending'
      ? sql`account.phone like ${`+%${value}`}`
      : sql`${sql.ref(`account.${kind}`)} = ${value}`,
  );
  const found = await sql<Claimed>`
    select ${claimedColumns} from account join person on person.id = account.person_id
    where ${sql.join(conditions, sql` or `)} limit 2`.execute(database.owner);
  return found.rows.length === 1 ? found.rows[0] : undefined;
}

/** An account with what is secret about it; asked by whoever is already known to be it. */
export async function getClaimed(database: Database, accountId: string): Promise<Claimed> {
  const found = await sql<Claimed>`
    select ${claimedColumns} from account join person on person.id = account.person_id
    where account.id = ${accountId}`.execute(database.owner);
  const [claimed] = found.rows;
  if (!claimed) throw new Error(`no account ${accountId}`);
  return claimed;
}

export type FoundInvitation = Claimed & {
  readonly invitationId: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly placeName: string;
  readonly language: string;
};

/** The invitation that a secret opens. */
export async function findInvitation(database: Database, hash: Buffer): Promise<FoundInvitation | undefined> {
  const found = await sql<FoundInvitation>`
    select invitation.id as "invitationId", invitation.expires_at as "expiresAt", invitation.used_at as "usedAt",
      invitation.revoked_at as "revokedAt", territory.name as "placeName", account.language, ${claimedColumns}
    from invitation join account on account.id = invitation.account_id join person on person.id = account.person_id
      join territory on territory.id = account.territory_id
    where invitation.secret_hash = ${hash}`.execute(database.owner);
  return found.rows[0];
}

export type FoundCode = { readonly id: string; readonly secretHash: string };

/** The one-time codes of an account that may still be used. */
export async function findCodes(
  database: Database,
  accountId: string,
  purpose: 'reset' | 'recovery',
  now: Date,
  attempts: number,
): Promise<FoundCode[]> {
  return database.owner
    .selectFrom('access_code')
    .select(['id', 'secret_hash as secretHash'])
    .where('account_id', '=', accountId)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('attempts', '<', attempts)
    .execute();
}

/** Counts a wrong try at the codes of an account; kept even when what was asked is refused. */
export async function countCodeAttempt(
  database: Database,
  accountId: string,
  purpose: 'reset' | 'recovery',
): Promise<void> {
  await database.owner
    .updateTable('access_code')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('account_id', '=', accountId)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .execute();
}

/** Writes down an attempt under each key and answers how many there have been under each, this one included. */
export async function countAttempts(
  database: Database,
  keys: readonly { readonly key: string; readonly since: Date }[],
  now: Date,
): Promise<number[]> {
  await database.owner
    .insertInto('sign_in_attempt')
    .values(keys.map(({ key }) => ({ key, at: now })))
    .execute();
  const counts = await sql<{ position: number; count: number }>`
    select asked.position, count(*)::int as count
    from unnest(${keys.map(({ key }) => key)}::text[], ${keys.map(({ since }) => since)}::timestamptz[])
      with ordinality as asked(key, since, position)
      join sign_in_attempt attempt on attempt.key = asked.key and attempt.at > asked.since
    group by asked.position order by asked.position`.execute(database.owner);
  return counts.rows.map(({ count }) => count);
}

/** Takes back attempts: those that succeeded, or that were not even tried. */
export async function forgetAttempts(
  database: Database,
  keys: readonly string[],
  at: Date | null,
): Promise<void> {
  if (keys.length === 0) return;
  await database.owner
    .deleteFrom('sign_in_attempt')
    .where('key', 'in', keys)
    .$if(at !== null, (query) => query.where('at', '=', at ?? new Date()))
    .execute();
}
