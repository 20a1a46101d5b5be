import { sql, type SelectQueryBuilder } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';
import { fold } from '#domain/shared/fold.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';
import { needOf, type NeedRow } from './need-columns.ts';

export type NeedFilter = {
  readonly within: NumberRange | null;
  readonly standing: string;
  readonly priority?: string | undefined;
  readonly group?: string | undefined;
  readonly violence?: string | undefined;
  readonly text?: string | undefined;
};

/** Where a list goes on: after this priority, this day and this need. */
export type NeedCursor = { readonly rank: number; readonly day: string; readonly id: string };

/** Highest priority first, the latest of one priority first. */
export async function listNeedRows(
  tx: Transaction,
  filter: NeedFilter,
  page: { readonly after: NeedCursor | null; readonly limit: number } | null,
): Promise<(NeedRow & { readonly rank: number })[]> {
  let query = filtered(tx.selectFrom('need'), filter)
    .selectAll()
    .orderBy('priority_rank')
    .orderBy('prioritised_on', 'desc')
    .orderBy('id', 'desc');
  if (page?.after) {
    const { rank, day, id } = page.after;
    query = query.where(
      sql<boolean>`(priority_rank > ${rank} or (priority_rank = ${rank} and (prioritised_on, id) < (${day}::date, ${id}::uuid)))`,
    );
  }
  if (page) query = query.limit(page.limit);
  const rows = await query.execute();
  return rows.map((row) => ({ ...needOf(row), rank: row.priority_rank }));
}

export async function countNeedRows(tx: Transaction, filter: NeedFilter): Promise<number> {
  const row = await filtered(tx.selectFrom('need'), filter)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

function filtered<Selected>(
  from: SelectQueryBuilder<DB, 'need', Selected>,
  filter: NeedFilter,
): SelectQueryBuilder<DB, 'need', Selected> {
  const { within, priority, group, violence } = filter;
  let query = from.where('standing', '=', filter.standing);
  if (within) query = query.where('territory_id', '>=', within.low).where('territory_id', '<=', within.high);
  if (priority !== undefined) query = query.where('priority', '=', priority);
  if (violence !== undefined) query = query.where('violence', '=', violence);
  if (group !== undefined) query = query.where(sql<boolean>`groups @> array[${group}]::text[]`);
  for (const word of fold(filter.text ?? '')
    .split(' ')
    .filter(Boolean)) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('search_entry as s')
          .select('s.id')
          .where('s.kind', '=', 'need')
          .where(sql<boolean>`s.id = need.id::text`)
          .where('s.folded', 'like', `%${word}%`),
      ),
    );
  }
  return query;
}

export async function findNeed(tx: Transaction, id: string): Promise<NeedRow | undefined> {
  const row = await tx.selectFrom('need').selectAll().where('id', '=', id).executeTakeFirst();
  return row && needOf(row);
}

/** Every need of a span of territories that a file may name. */
export async function findNeedsForExchange(tx: Transaction, span: NumberRange): Promise<NeedRow[]> {
  const rows = await tx
    .selectFrom('need')
    .selectAll()
    .where('territory_id', '>=', span.low)
    .where('territory_id', '<=', span.high)
    .where('standing', 'not in', ['merged', 'annulled'])
    .execute();
  return rows.map(needOf);
}

/** The problems by which needs are named. */
export async function findProblems(
  tx: Transaction,
  ids: readonly (string | null)[],
): Promise<Map<string, { id: string; problem: string }>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await tx.selectFrom('need').select(['id', 'problem']).where('id', 'in', wanted).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** What was done to a need, newest first. */
export async function findNeedActs(tx: Transaction, id: string) {
  return tx
    .selectFrom('need_act')
    .selectAll()
    .where('need_id', '=', id)
    .orderBy('version', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** The merges into a need that can still be undone, as far as the caller may see them. */
export async function findNeedMerges(tx: Transaction, keptId: string) {
  return tx
    .selectFrom('need_merge')
    .selectAll()
    .where('kept_id', '=', keptId)
    .where('undone_at', 'is', null)
    .orderBy('id', 'desc')
    .execute();
}

export async function findNeedMerge(tx: Transaction, id: string) {
  return tx.selectFrom('need_merge').selectAll().where('id', '=', id).executeTakeFirst();
}

/** How many depend on a need, also where the caller does not see them. */
export async function countNeedDependents(tx: Transaction, id: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select diagnosis_dependents(${id}::uuid) + plans_dependents(${id}::uuid) as count`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** The names of these structures. */
export async function findStructureNames(tx: Transaction, ids: readonly (string | null)[]) {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map<string, { id: string; name: string }>();
  const rows = await tx.selectFrom('structure').select(['id', 'name']).where('id', 'in', wanted).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The active structures of a country: what a file means when it names one. */
export async function findStructureNamesOf(tx: Transaction, country: string) {
  return tx
    .selectFrom('structure')
    .select(['id', 'name', 'territory_id'])
    .where('country', '=', country)
    .where('standing', '=', 'active')
    .execute();
}
