import { sql, type SelectQueryBuilder } from 'kysely';
import { anyOf } from '#database/any-of.ts';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';
import type { ActionContent, PlanContent } from '#domain/plans/plan-content.ts';
import { fold } from '#domain/shared/fold.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';
import { planOf, type PlanRow } from './plan-columns.ts';

export type PlanFilter = {
  readonly within: NumberRange | null;
  readonly kind?: string | undefined;
  readonly standing?: string | undefined;
  readonly text?: string | undefined;
  readonly owner?: string | undefined;
};

/** Where a list goes on: after this first day and this plan. */
export type PlanCursor = { readonly day: string; readonly id: string };

/** The latest first. */
export async function listPlanRows(
  tx: Transaction,
  filter: PlanFilter,
  page: { readonly after: PlanCursor | null; readonly limit: number } | null,
): Promise<PlanRow[]> {
  let query = filtered(tx.selectFrom('plan'), filter)
    .selectAll()
    .orderBy('period_from', 'desc')
    .orderBy('id', 'desc');
  if (page?.after) {
    const { day, id } = page.after;
    query = query.where(sql<boolean>`(period_from, id) < (${day}::date, ${id}::uuid)`);
  }
  if (page) query = query.limit(page.limit);
  return (await query.execute()).map(planOf);
}

export async function countPlanRows(tx: Transaction, filter: PlanFilter): Promise<number> {
  const row = await filtered(tx.selectFrom('plan'), filter)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

function filtered<Selected>(
  from: SelectQueryBuilder<DB, 'plan', Selected>,
  { within, kind, standing, text, owner }: PlanFilter,
): SelectQueryBuilder<DB, 'plan', Selected> {
  let query = from;
  if (within) query = query.where('territory_id', '>=', within.low).where('territory_id', '<=', within.high);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (standing !== undefined) query = query.where('standing', '=', standing);
  else query = query.where('standing', '<>', 'annulled');
  if (owner !== undefined)
    query = query.where((eb) => eb.or([eb('organisation_id', '=', owner), eb('structure_id', '=', owner)]));
  for (const word of fold(text ?? '')
    .split(' ')
    .filter(Boolean))
    query = query.where('folded', 'like', `%${word}%`);
  return query;
}

export async function findPlan(tx: Transaction, id: string): Promise<PlanRow | undefined> {
  const row = await tx.selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirst();
  return row && planOf(row);
}

/** The titles by which plans are named, as far as the caller may see them. */
export async function findPlanTitles(tx: Transaction, ids: readonly (string | null)[]) {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map<string, { id: string; title: string }>();
  const rows = await tx.selectFrom('plan').select(['id', 'title']).where('id', 'in', wanted).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** What was done to a plan, newest first. */
export async function findPlanActs(tx: Transaction, id: string) {
  return tx
    .selectFrom('plan_act')
    .selectAll()
    .where('plan_id', '=', id)
    .orderBy('done_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** The editions of a plan without their content, newest first. */
export async function findPlanEditions(tx: Transaction, id: string) {
  return tx
    .selectFrom('plan_edition')
    .select(['number', 'approving_body', 'approving_act', 'approved_on'])
    .where('plan_id', '=', id)
    .orderBy('number', 'desc')
    .execute();
}

/** An edition as it was approved. */
export async function findEditionContent(
  tx: Transaction,
  planId: string,
  number: number,
): Promise<PlanContent | undefined> {
  const row = await tx
    .selectFrom('plan_edition')
    .select('content')
    .where('plan_id', '=', planId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.content as unknown as PlanContent | undefined;
}

/** The editions that several plans were last approved as, by plan. */
export async function findLastEditions(
  tx: Transaction,
  planIds: readonly string[],
): Promise<Map<string, PlanContent>> {
  if (planIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('plan_edition as e')
    .innerJoin('plan as p', (join) =>
      join.onRef('p.id', '=', 'e.plan_id').onRef('p.edition', '=', 'e.number'),
    )
    .select(['e.plan_id', 'e.content'])
    .where('e.plan_id', '=', anyOf(planIds))
    .execute();
  return new Map(rows.map((row) => [row.plan_id, row.content as unknown as PlanContent]));
}

/** The remarks on a plan, oldest first; none for whoever neither writes nor reviews it. */
export async function findRemarks(tx: Transaction, planId: string) {
  return tx.selectFrom('plan_remark').selectAll().where('plan_id', '=', planId).orderBy('id').execute();
}

export async function findRemark(tx: Transaction, id: string) {
  return tx.selectFrom('plan_remark').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function findProgramme(tx: Transaction, id: string) {
  return tx.selectFrom('plan_programme').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Whether the example's plans of a country were loaded before, also where people deleted some since. */
export async function hasExamplePlans(tx: Transaction, country: string): Promise<boolean> {
  const row = await tx
    .selectFrom('plan')
    .select('id')
    .where('country', '=', country)
    .where('example', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** An action of the last edition of a plan that has it: for those who may not see its plan's lines now. */
export async function findActionInEditions(tx: Transaction, id: string) {
  const { rows } = await sql<{ plan_id: string; example: boolean; action: ActionContent }>`
    select p.id as plan_id, p.example, a as action
    from plan_edition e join plan p on p.id = e.plan_id and p.edition = e.number
      cross join lateral jsonb_array_elements(e.content -> 'actions') a
    where e.content -> 'actions' @> jsonb_build_array(jsonb_build_object('id', ${id}::text)) and a ->> 'id' = ${id}
    limit 1`.execute(tx);
  const [row] = rows;
  return row && { planId: row.plan_id, example: row.example, progress: null, content: row.action };
}
