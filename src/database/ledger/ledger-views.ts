import { sql, type RawBuilder } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';
import { isInsiderOf, isQuietFor, isToldLate } from '#database/commitments/told-lateness.ts';
import type { LedgerGrouping } from '#domain/commitments/ledger-filter.ts';
import type { CommitmentStanding, InstanceStanding } from '#domain/commitments/vocabulary.ts';
import { ledgerConditions, type LedgerFilter } from './ledger-filter-sql.ts';

/** One due date as a line of the ledger. */
export type LedgerLine = {
  readonly id: string;
  readonly commitment_id: string;
  readonly what: string;
  readonly example: boolean;
  readonly where_id: number;
  readonly agreement_id: string | null;
  readonly agreement_title: string | null;
  readonly obligor_id: string;
  readonly beneficiary_id: string | null;
  readonly verifier_id: string | null;
  readonly commitment_standing: CommitmentStanding;
  readonly standing: InstanceStanding;
  readonly due_on: string;
  readonly first_due_on: string;
  readonly forecast_on: string | null;
  readonly delivered_on: string | null;
  readonly verify_by: string | null;
  readonly noticed_on: string | null;
  readonly cured_on: string | null;
  readonly paused_from: string | null;
  readonly paused_days: number;
  readonly is_published: boolean;
  readonly is_insider: boolean;
  readonly is_quiet: boolean;
};

/** Where a ledger goes on: after this due day, and after this one among those of one day. */
export type LedgerCursor = { readonly day: string; readonly id: string };

const lineOn = (
  today: string,
) => sql`i.id, i.commitment_id, c.what, c.example, i.where_id, i.agreement_id, coalesce(a.short_name, a.title) as agreement_title,
  i.obligor_id, i.beneficiary_id, i.verifier_id, i.commitment_standing, i.standing, i.due_on, i.first_due_on, i.forecast_on,
  i.delivered_on, i.verify_by, i.noticed_on, i.cured_on, i.paused_from, i.paused_days, i.breach_published_on is not null as is_published,
  ${isInsiderOf('i')} as is_insider, ${isQuietFor('i', today)} as is_quiet`;

/**
 * One page of due dates, the earliest first. The page is cut from the due dates alone, in the order of their index;
 * words and titles are read only for what is on it.
 */
export async function listLedgerLines(
  tx: Transaction,
  filter: LedgerFilter,
  page: { readonly after: LedgerCursor | null; readonly limit: number },
): Promise<LedgerLine[]> {
  const after: RawBuilder<unknown> = page.after
    ? sql`and (i.due_on, i.id) > (${page.after.day}::date, ${page.after.id}::uuid)`
    : sql``;
  const { rows } = await sql<LedgerLine>`
    select ${lineOn(filter.today)}
    from (select i.* from commitment_instance i where ${ledgerConditions(filter)} ${after}
      order by i.due_on, i.id limit ${page.limit}) i
    join commitment c on c.id = i.commitment_id left join agreement a on a.id = i.agreement_id
    order by i.due_on, i.id`.execute(tx);
  return rows;
}

/** How many there are of each filter, counted no further than anybody reads: one question for all of them. */
export async function countLedgerLines(
  tx: Transaction,
  filters: readonly LedgerFilter[],
  most: number,
): Promise<number[]> {
  const counts = filters.map(
    (filter) => sql`(select count(*)::int
      from (select from commitment_instance i where ${ledgerConditions(filter)} limit ${most + 1}) found)`,
  );
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(tx);
  return rows[0]?.counts ?? [];
}

export type LedgerGroup = {
  readonly key: string;
  readonly total: number;
  readonly overdue: number;
  readonly delivered: number;
  readonly verified: number;
};

const keys: Readonly<Record<LedgerGrouping, RawBuilder<unknown>>> = {
  agreement: sql`coalesce(i.agreement_id::text, '')`,
  party: sql`i.obligor_id::text`,
  territory: sql`i.where_id::text`,
  month: sql`to_char(i.due_on, 'YYYY-MM')`,
};

/** Due dates added up by what they have in common. */
export async function groupLedgerLines(
  tx: Transaction,
  filter: LedgerFilter,
  by: LedgerGrouping,
  limit: number,
): Promise<LedgerGroup[]> {
  const { rows } = await sql<LedgerGroup>`
    select ${keys[by]} as key, count(*)::int as total,
      count(*) filter (where i.standing in ('not-started', 'in-progress', 'sent-back') and i.commitment_standing = 'agreed' and i.paused_from is null
        and i.due_on < ${filter.today}::date and ${isToldLate('i', filter.today)})::int as overdue,
      count(*) filter (where i.standing = 'delivered')::int as delivered,
      count(*) filter (where i.standing = 'verified')::int as verified
    from commitment_instance i where ${ledgerConditions(filter)} group by 1 order by 1 limit ${limit}`.execute(
    tx,
  );
  return rows;
}

/** The titles of agreements that the caller sees. */
export async function findAgreementTitles(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('agreement')
    .select(['id', 'title', 'short_name'])
    .where('id', '=', anyOf(ids))
    .execute();
  return new Map(rows.map((row) => [row.id, row.short_name ?? row.title]));
}

/** The due dates that these commitments need first, as far as the caller sees them. */
export async function findNeededDues(tx: Transaction, commitmentIds: readonly string[]) {
  if (commitmentIds.length === 0) return [];
  return tx
    .selectFrom('commitment_dependency as d')
    .innerJoin('commitment_instance as e', 'e.commitment_id', 'd.prerequisite_id')
    .select([
      'd.commitment_id',
      'e.due_on',
      'e.standing',
      'e.forecast_on',
      'e.paused_from',
      'e.commitment_standing',
    ])
    .where('d.commitment_id', '=', anyOf([...new Set(commitmentIds)]))
    .execute();
}

/** Every due date of one commitment that the caller sees. */
export async function listLinesOfCommitment(
  tx: Transaction,
  commitmentId: string,
  today: string,
): Promise<LedgerLine[]> {
  const { rows } = await sql<LedgerLine>`
    select ${lineOn(today)} from commitment_instance i
    join commitment c on c.id = i.commitment_id left join agreement a on a.id = i.agreement_id
    where i.commitment_id = ${commitmentId}::uuid order by i.due_on, i.id limit 500`.execute(tx);
  return rows;
}

/** The commitments that some owe together with another who comes first. */
export async function findOwedTogether(tx: Transaction, holders: readonly string[]): Promise<string[]> {
  if (holders.length === 0) return [];
  const rows = await tx
    .selectFrom('commitment_co_obligor')
    .select('commitment_id')
    .where('holder_id', '=', anyOf(holders))
    .execute();
  return rows.map(({ commitment_id }) => commitment_id);
}

/** Where a commitment that the caller sees is done. */
export async function findWhere(tx: Transaction, commitmentId: string): Promise<number | undefined> {
  const row = await tx
    .selectFrom('commitment')
    .select('where_id')
    .where('id', '=', commitmentId)
    .executeTakeFirst();
  return row?.where_id;
}
