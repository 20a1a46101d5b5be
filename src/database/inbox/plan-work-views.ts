import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { WorkKind } from '#domain/inbox/work.ts';

/** A plan, a path or a strategy that waits for somebody. */
export type PlanWorkRow = {
  readonly kind: WorkKind;
  readonly id: string;
  /** Of a strategy, the version. */
  readonly within_id: string | null;
  readonly part_id: string;
  readonly title: string;
  readonly count: number;
  readonly on_day: string | null;
  readonly is_public: boolean;
  readonly example: boolean;
  readonly territory_id: number;
};

// Beyond what any one office has before it; the list that is shown is cut into pages.
const limit = 2000;

/** Plans that were sent back or remarked on, for their owners; plans that were handed in, for whoever reviews them. */
export async function listPlanWork(tx: Transaction, mine: readonly string[]): Promise<PlanWorkRow[]> {
  const owners = sql`(p.organisation_id = any(${[...mine]}::uuid[]) or p.structure_id = any(${[...mine]}::uuid[]))`;
  const plan = sql`null::uuid as within_id, p.title, p.edition > 0 as is_public, p.example, p.territory_id, null::date as on_day`;
  const { rows } = await sql<PlanWorkRow>`
    select 'mend-plan' as kind, p.id, last.id as part_id, 1 as count, ${plan}
    from plan p join lateral (select id from plan_act where plan_id = p.id order by done_at desc, id desc limit 1) last on true
    where p.standing = 'returned' and ${owners}
    union all
    select 'answer-plan-remarks', p.id, (array_agg(r.id order by r.created_at desc, r.id))[1], count(*)::int, ${plan}
    from plan p join plan_remark r on r.plan_id = p.id
    where r.standing = 'open' and p.standing in ('returned', 'draft', 'amending') and ${owners} group by p.id
    union all
    select 'review-plan', p.id, last.id, 1, ${plan}
    from plan p join lateral (select id from plan_act where plan_id = p.id order by done_at desc, id desc limit 1) last on true
    where p.standing in ('submitted', 'amendment-submitted') and app_may('review_plan', p.territory_id)
      and p.submitted_by is distinct from app_account()
    limit ${limit}`.execute(tx);
  return rows;
}

/** Help that offices asked for on their path, for whoever follows it. */
export async function listHelpWork(tx: Transaction): Promise<PlanWorkRow[]> {
  const { rows } = await sql<PlanWorkRow>`
    select 'answer-help' as kind, w.id, null::uuid as within_id, h.id as part_id, o.name as title, 1 as count, null::date as on_day,
      false as is_public, w.example, h.territory_id
    from planning_help h join planning_path w on w.id = h.path_id join organisation o on o.id = w.organisation_id
    where h.answer is null and w.closed_on is null and app_may('review_plan', h.territory_id)
    order by h.id limit ${limit}`.execute(tx);
  return rows;
}

/** Strategies in consultation: to remark on, for organisations that have not; to answer, for whoever writes them. */
export async function listStrategyWork(
  tx: Transaction,
  mine: readonly string[],
  accountId: string,
): Promise<PlanWorkRow[]> {
  const strategy = sql`v.strategy_id as id, v.id as within_id`;
  const told = sql`v.consultation_to as on_day, true as is_public, s.example, v.territory_id`;
  const { rows } = await sql<PlanWorkRow>`
    select 'remark-on-strategy' as kind, ${strategy}, v.id as part_id, s.title, 1 as count, ${told}
    from strategy_version v join strategy s on s.id = v.strategy_id
    where v.standing = 'consultation' and cardinality(${[...mine]}::uuid[]) > 0 and not app_may('edit_strategy', v.territory_id)
      and not exists (select from strategy_remark r where r.version_id = v.id
        and (r.account_id = ${accountId}::uuid or r.organisation_id = any(${[...mine]}::uuid[])))
    union all
    select 'answer-strategy-remarks', ${strategy}, (array_agg(r.id order by r.created_at desc, r.id))[1], s.title, count(*)::int, ${told}
    from strategy_version v join strategy s on s.id = v.strategy_id join strategy_remark r on r.version_id = v.id
    where v.standing in ('consultation', 'draft') and r.answer is null and app_may('edit_strategy', v.territory_id)
    group by v.id, s.id
    limit ${limit}`.execute(tx);
  return rows;
}
