import { sql, type RawBuilder } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';
import type { ShownOutcome } from '#domain/compliance/outcome-in-public.ts';
import { countedDues, type ComplianceFilter } from './counted-dues.ts';
import { commitmentsOf } from './figure-views.ts';

/** Where a list of cases goes on: after this key, and after this id among those of one key. */
export type CaseCursor = { readonly key: string; readonly id: string };
export type CasePage = { readonly after: CaseCursor | null; readonly limit: number };

export type DueCase = {
  readonly id: string;
  readonly commitment_id: string;
  readonly what: string;
  readonly example: boolean;
  readonly due_on: string;
  readonly delivered_on: string | null;
  readonly where_id: number;
  readonly weight: number;
  readonly outcome: ShownOutcome;
  readonly first_review: string | null;
  readonly days_late: number;
  readonly days_lost: number;
  readonly own_days: number;
  readonly is_told: boolean;
};

const on = {
  C2: sql`counted.outcome <> 'not-due'`,
  C3: sql`counted.outcome = 'overdue'`,
  C19: sql`(counted.first_review is not null or counted.is_waiting)`,
} as const;

/** The due dates behind a figure, each with how it is counted, the earliest first. */
export async function listDueCases(
  tx: Transaction,
  filter: ComplianceFilter,
  code: keyof typeof on,
  page: CasePage,
): Promise<DueCase[]> {
  const after: RawBuilder<unknown> = page.after
    ? sql`and (counted.due_on, counted.id) > (${page.after.key}::date, ${page.after.id}::uuid)`
    : sql``;
  const { rows } = await sql<DueCase>`
    with ${countedDues(filter)}
    select counted.*, c.what, c.example from counted join commitment c on c.id = counted.commitment_id
    where ${on[code]} ${after} order by counted.due_on, counted.id limit ${page.limit}`.execute(tx);
  return rows;
}

/** Who held these due dates back, and for how many days. */
export async function findHolders(
  tx: Transaction,
  { today }: Pick<ComplianceFilter, 'today'>,
  ids: readonly string[],
): Promise<{ instance_id: string; holder_id: string; days: number }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ instance_id: string; holder_id: string; days: number }>`
    select w.instance_id, w.holder_id, sum(upper(w.late) - lower(w.late))::int as days
    from (select array_agg(id) as ids, array_agg(commitment_id) as commitments, array_agg(obligor_id) as obligors, array_agg(due_on) as due_days,
        array_agg(coalesce(delivered_on, ${today}::date)) as last_days
      from commitment_instance where id = ${anyOf(ids)}) late
    cross join commitment_late_waits(late.ids, late.commitments, late.obligors, late.due_days, late.last_days, ${today}::date) w
    group by 1, 2`.execute(tx);
  return rows;
}

export type WordingCase = {
  readonly id: string;
  readonly what: string;
  readonly example: boolean;
  readonly where_id: number;
  readonly due_on: string;
  readonly quality: number;
};

/** C4: commitments with their wording score. */
export async function listWordingCases(
  tx: Transaction,
  filter: ComplianceFilter,
  page: CasePage,
): Promise<WordingCase[]> {
  const after: RawBuilder<unknown> = page.after
    ? sql`and (c.quality::text, c.id) > (${page.after.key}, ${page.after.id}::uuid)`
    : sql``;
  const { rows } = await sql<WordingCase>`
    select c.id, c.what, c.example, c.where_id, c.due_on, c.quality from commitment c
    where ${commitmentsOf(filter)} ${after} order by c.quality::text, c.id limit ${page.limit}`.execute(tx);
  return rows;
}

/** The names of organisations and structures. */
export async function findPartyNames(
  tx: Transaction,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from organisation where id = ${anyOf(wanted)}
    union all select id, name from structure where id = ${anyOf(wanted)}`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
