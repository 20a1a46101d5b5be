import { sql } from 'kysely';
import { anyOf } from '#database/any-of.ts';
import type { Transaction } from '#database/connection.ts';
import type { CountedAction } from '#domain/plans/orphans.ts';
import { fold } from '#domain/shared/fold.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';
import { actionsInForce } from './actions-in-force.ts';

export type ApprovedAction = CountedAction & {
  readonly title: string;
  readonly plan: { readonly id: string; readonly title: string };
};

/** The actions in force of plans that are not over on a day. */
export async function findApprovedActions(
  tx: Transaction,
  within: NumberRange,
  today: string,
): Promise<ApprovedAction[]> {
  const { rows } = await sql<{
    id: string;
    title: string;
    need: string | null;
    lines: string[];
    budget: ApprovedAction['budget'];
    plan: ApprovedAction['plan'];
  }>`
    select id, title, need_id as need, budget, lines, jsonb_build_object('id', plan_id, 'title', plan_title) as plan
    from (${actionsInForce}) as a
    where territory_id between ${within.low} and ${within.high} and period_to >= ${today}::date
    order by plan_id, title`.execute(tx);
  return rows.map(({ need, lines, ...row }) => ({ ...row, needId: need, lineIds: lines }));
}

/** The needs of a span of territories that matter most: high and medium, current. */
export async function findPressingNeeds(tx: Transaction, within: NumberRange) {
  return tx
    .selectFrom('need')
    .select(['id', 'problem', 'priority', 'territory_id'])
    .where('territory_id', '>=', within.low)
    .where('territory_id', '<=', within.high)
    .where('standing', '=', 'current')
    .where('priority', 'in', ['high', 'medium'])
    .orderBy('priority_rank')
    .orderBy('id')
    .execute();
}

/** The lines of action of the strategies in force in a country. */
export async function findStrategyLines(tx: Transaction, country: string) {
  return tx
    .selectFrom('strategy_element as e')
    .innerJoin('strategy_version as v', 'v.id', 'e.version_id')
    .innerJoin('strategy as s', 's.id', 'e.strategy_id')
    .select(['e.thread_id as id', 'e.code', 'e.title', 's.title as strategy', 's.id as strategyId'])
    .where('s.country', '=', country)
    .where('e.kind', '=', 'line')
    .where('v.standing', '=', 'approved')
    .orderBy('s.title')
    .orderBy('e.code')
    .orderBy('e.position')
    .execute();
}

/** Of these threads, those of the strategies of a country. */
export async function findThreads(tx: Transaction, country: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('strategy_thread as t')
    .innerJoin('strategy as s', 's.id', 't.strategy_id')
    .select('t.id')
    .where('s.country', '=', country)
    .where('t.id', '=', anyOf(ids))
    .execute();
}

export type ActionCursor = { readonly name: string; readonly id: string };

/** Actions by title, of the plans as the caller may read them: while an amendment is written, others pick from the last edition. */
export async function pickActions(
  tx: Transaction,
  filter: {
    readonly within: NumberRange | null;
    readonly text?: string | undefined;
    readonly planId?: string | undefined;
    readonly needId?: string | undefined;
  },
  page: { readonly after: ActionCursor | null; readonly limit: number },
) {
  const { within, planId, needId } = filter;
  const words = fold(filter.text ?? '')
    .split(' ')
    .filter(Boolean);
  const conditions = [
    sql`standing <> 'annulled'`,
    ...(within ? [sql`territory between ${within.low} and ${within.high}`] : []),
    ...(planId === undefined ? [] : [sql`plan_id = ${planId}::uuid`]),
    ...(needId === undefined ? [] : [sql`need_id = ${needId}`]),
    ...words.map((word) => sql`translate(lower(title), 'áéíóúüñ', 'aeiouun') like ${`%${word}%`}`),
    ...(page.after ? [sql`(lower(title), id) > (${page.after.name}::text, ${page.after.id}::text)`] : []),
  ];
  const { rows } = await sql<{
    id: string;
    title: string;
    plan_id: string;
    plan_title: string;
    territory: number;
    standing: string;
    sort: string;
  }>`
    select *, lower(title) as sort from (
      select a.id::text as id, a.title, p.id as plan_id, p.title as plan_title, p.territory_id as territory, p.standing,
        a.need_id::text as need_id
      from plan_action a join plan p on p.id = a.plan_id
      union all
      select a ->> 'id', a ->> 'title', p.id, e.content ->> 'title', p.territory_id, 'approved', a -> 'need' ->> 'id'
      from plan p join plan_edition e on e.plan_id = p.id and e.number = p.edition
        cross join lateral jsonb_array_elements(e.content -> 'actions') a
      where p.standing in ('amending', 'amendment-submitted')
        and not app_sees_plan_in_work(p.territory_id, coalesce(p.organisation_id, p.structure_id))) as action
    where ${sql.join(conditions, sql` and `)}
    order by lower(title), id limit ${page.limit}`.execute(tx);
  return rows;
}
