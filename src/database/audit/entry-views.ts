import { sql, type RawBuilder } from 'kysely';
import type { Transaction } from '#database/connection.ts';

/** What is asked of the trail; everything given must hold. */
export type EntryFilter = {
  readonly who?: string | undefined;
  readonly account?: string | undefined;
  readonly operation?: string | undefined;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly organisation?: string | undefined;
  readonly territory?: { readonly country: string; readonly code: string | null } | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly text?: string | undefined;
};

/** The last entry of a page: milliseconds, chain and place. */
export type EntryCursor = { readonly at: number; readonly chain: string; readonly seq: number };

export type EntryRow = {
  readonly chain: string;
  readonly seq: string;
  readonly content: string;
  readonly previous_hash: string;
  readonly hash: string;
  readonly country: string;
  readonly code: string;
  readonly territory_name: string;
  readonly organisation_name: string | null;
  readonly subject_name: string | null;
};

const shown = sql`
  select entry.chain, entry.seq, entry.content, entry.previous_hash, entry.hash,
    territory.country, territory.code, territory.name as territory_name,
    organisation.name as organisation_name, subject.title as subject_name
  from audit_entry entry
  join territory on territory.id = entry.territory_id
  left join organisation on organisation.id = entry.organisation_id
  left join search_entry subject on subject.kind = entry.subject_kind and subject.id = entry.subject_id`;

/** Entries that whoever asks may read, newest first. */
export async function listEntries(
  tx: Transaction,
  filter: EntryFilter,
  page: { after: EntryCursor | null; limit: number },
): Promise<EntryRow[]> {
  const conditions = [sql`true`, ...conditionsOf(filter), ...(page.after ? [isAfter(page.after)] : [])];
  const result = await sql<EntryRow>`${shown}
    where ${sql.join(conditions, sql` and `)}
    order by entry.at desc, entry.chain, entry.seq desc
    limit ${page.limit}`.execute(tx);
  return result.rows;
}

export async function findEntry(tx: Transaction, chain: string, seq: number): Promise<EntryRow | undefined> {
  const result = await sql<EntryRow>`${shown} where entry.chain = ${chain} and entry.seq = ${seq}`.execute(
    tx,
  );
  return result.rows[0];
}

/** Where the entries about a subject belong, as far as whoever asks may read them. */
export async function listPlacesOf(tx: Transaction, subjectKind: string, subjectId: string) {
  return tx
    .selectFrom('audit_entry')
    .select(['territory_id', 'organisation_id'])
    .distinct()
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', '=', subjectId)
    .execute();
}

export type OpenedKey = { readonly id: string; readonly key: Buffer | null; readonly erased: boolean };

/** The keys that open what these entries hold sealed; without bytes where it was erased or is not for whoever asks. */
export async function readKeys(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OpenedKey>> {
  if (ids.length === 0) return new Map();
  const result = await sql<OpenedKey>`select id, key, erased from audit_keys(${ids}::uuid[])`.execute(tx);
  return new Map(result.rows.map((row) => [row.id, row]));
}

/** What accounts that acted are called today. */
export async function readActorNames(
  tx: Transaction,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (accounts.length === 0) return new Map();
  const result = await sql<{ account_id: string; name: string }>`
    select account_id, name from audit_names(${accounts}::uuid[])`.execute(tx);
  return new Map(result.rows.map((row) => [row.account_id, row.name]));
}

// The database counts microseconds; the trail is written in milliseconds.
function isAfter({ at, chain, seq }: EntryCursor): RawBuilder<unknown> {
  const moment = sql`to_timestamp(${at}::float8 / 1000)`;
  return sql`(entry.at < ${moment} or (entry.at = ${moment}
    and (entry.chain > ${chain} or (entry.chain = ${chain} and entry.seq < ${seq}))))`;
}

function conditionsOf(filter: EntryFilter): RawBuilder<unknown>[] {
  const { who, account, operation, subjectKind, subjectId, organisation, territory, from, to, text } = filter;
  const conditions: RawBuilder<unknown>[] = [];
  if (who !== undefined) {
    conditions.push(
      sql`entry.account_id in (select audit_accounts_called(audit_folded(${`%${escapeLike(who)}%`})))`,
    );
  }
  if (account !== undefined) conditions.push(sql`entry.account_id = ${account}`);
  if (operation !== undefined) conditions.push(sql`entry.operation = ${operation}`);
  if (subjectKind !== undefined) conditions.push(sql`entry.subject_kind = ${subjectKind}`);
  if (subjectId !== undefined) conditions.push(sql`entry.subject_id = ${subjectId}`);
  if (organisation !== undefined) conditions.push(sql`entry.organisation_id = ${organisation}`);
  if (territory !== undefined) conditions.push(isUnder(territory));
  if (from !== undefined) conditions.push(sql`entry.at >= ${midnight(from, 0, territory?.country)}`);
  if (to !== undefined) conditions.push(sql`entry.at < ${midnight(to, 1, territory?.country)}`);
  if (text !== undefined) conditions.push(saysText(text));
  return conditions;
}

function isUnder({ country, code }: { country: string; code: string | null }): RawBuilder<unknown> {
  return sql`exists (select from territory above where above.country = ${country} and above.code = ${code ?? country}
    and entry.territory_id between above.id and above.last_id)`;
}

// A day begins at midnight of the country asked for, or of the first one of the installation.
function midnight(day: string, later: number, country: string | undefined): RawBuilder<unknown> {
  return sql`((${day}::date + ${later}::int)::timestamp at time zone coalesce(
    (select time_zone from country where code = ${country ?? null}::text or ${country ?? null}::text is null order by base limit 1), 'UTC'))`;
}

// Ciphers are left out: chance puts every short text into some of them.
function saysText(text: string): RawBuilder<unknown> {
  const written = `%${escapeLike(JSON.stringify(text).slice(1, -1))}%`;
  return sql`audit_folded(regexp_replace(entry.content, '"sealed":"[^"]*","value":"[^"]*"', '', 'g'))
    like audit_folded(${written})`;
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

/** The number of a territory in force; without a reference, of the installation's first country. */
export async function findTerritoryNumber(
  tx: Transaction,
  reference: { readonly country: string; readonly code: string | null } | null,
): Promise<number | null> {
  const found = await tx
    .selectFrom('territory')
    .select('id')
    .$if(reference !== null, (query) =>
      query
        .where('country', '=', reference?.country ?? '')
        .where('code', '=', reference?.code ?? reference?.country ?? ''),
    )
    .orderBy(sql`valid_to desc nulls first`)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return found?.id ?? null;
}
