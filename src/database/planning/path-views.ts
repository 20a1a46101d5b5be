import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';
import type { PathFacts, Session } from '#domain/planning/sessions.ts';

/** A municipality with where it has got to. */
export type ProgressRow = {
  readonly organisationId: string;
  readonly organisation: string;
  readonly territoryId: number;
  readonly above: string | null;
  readonly pathId: string | null;
  readonly closedOn: string | null;
  readonly example: boolean | null;
  readonly step: Session | null;
  readonly since: string | null;
  readonly days: number | null;
  readonly obstacle: string | null;
  readonly obstacleSince: string | null;
  readonly openHelp: number;
  readonly helpAskedOn: string | null;
  readonly helpStep: Session | null;
  readonly question: string | null;
};

/**
 * Every municipality of a span, by one query: those that govern a municipal territory, with their latest path, the session
 * reached there, since when, what stops it, and the oldest request for help that waits. Help first, otherwise in the order of the tree.
 */
export async function listProgress(
  tx: Transaction,
  within: NumberRange,
  today: string,
): Promise<readonly ProgressRow[]> {
  const { rows } = await sql<ProgressRow>`
    with municipality as (
      select id as organisation_id, territory_id from organisation
      where kind = 'municipality' and standing = 'active' and territory_id between ${within.low} and ${within.high}
      union
      select a.organisation_id, a.territory_id from territory_authority a join organisation o on o.id = a.organisation_id
      where a.kind = 'municipality' and o.standing = 'active' and a.territory_id between ${within.low} and ${within.high}
        and coalesce(a.valid_from <= ${today}::date, true) and coalesce(a.valid_to > ${today}::date, true)
    )
    select m.organisation_id as "organisationId", o.name as organisation, m.territory_id as "territoryId", above.name as above,
      p.id as "pathId", p.closed_on as "closedOn", p.example, s.step,
      coalesce(p.closed_on, s.reached_on) as since, ${today}::date - coalesce(p.closed_on, s.reached_on) as days,
      stop.obstacle, stop.obstacle_since as "obstacleSince",
      coalesce(h.open, 0)::int as "openHelp", h.asked_on as "helpAskedOn", h.step as "helpStep", h.question
    from municipality m
    join organisation o on o.id = m.organisation_id
    join territory t on t.id = m.territory_id and t.valid_to is null
    left join territory above on above.country = t.country and above.level = 1 and t.id between above.id and above.last_id
      and above.id <> t.id and above.valid_to is null
    left join lateral (select * from planning_path where organisation_id = m.organisation_id
      order by closed_on is null desc, opened_on desc, id desc limit 1) p on true
    left join lateral (select * from planning_step where path_id = p.id and reached_on is not null and done_on is null
      order by step desc limit 1) s on p.closed_on is null
    left join lateral (select obstacle, obstacle_since from planning_step where path_id = p.id and obstacle is not null
      order by step desc limit 1) stop on p.closed_on is null
    left join lateral (select count(*) over () as open, asked_on, step, question from planning_help
      where path_id = p.id and answered_on is null order by asked_on, id limit 1) h on true
    order by h.asked_on nulls last, m.territory_id, m.organisation_id`.execute(tx);
  return rows;
}

/** What the register already holds of an office and its place: counted each time it is asked. */
export async function countFacts(
  tx: Transaction,
  of: {
    readonly organisationId: string;
    readonly territory: NumberRange;
    readonly chosen: readonly string[];
    readonly today: string;
  },
): Promise<PathFacts> {
  const { organisationId, chosen, today } = of;
  const { low, high } = of.territory;
  const { rows } = await sql<PathFacts>`
    with mine as (
      select id, standing, edition from plan where standing <> 'annulled'
        and (organisation_id = ${organisationId}::uuid or (territory_id = ${low} and kind in ('municipal', 'committee')))
    ), owed as (
      select id, obligor_organisation_id from commitment where parties @> array[${organisationId}::uuid]
        and standing in ('proposed', 'agreed')
    )
    select
      (select count(*) from structure where territory_id = ${low} and standing = 'active')::int as structures,
      (select count(*) from seat s join structure t on t.id = s.structure_id
        where t.territory_id = ${low} and t.standing = 'active')::int as seats,
      (select count(*) from need where territory_id between ${low} and ${high} and standing = 'current')::int as needs,
      (select count(*) from need where territory_id between ${low} and ${high} and standing = 'current'
        and prioritised_on > ${today}::date - 365)::int as "recentNeeds",
      (select count(*) from need where id = any(${[...chosen]}::uuid[]) and standing = 'current')::int as "chosenNeeds",
      (select count(*) from mine)::int as plans,
      (select count(*) from plan_action a join mine on mine.id = a.plan_id)::int as actions,
      (select count(distinct a.need_id) from plan_action a join mine on mine.id = a.plan_id
        where a.need_id = any(${[...chosen]}::uuid[]))::int as "answeredNeeds",
      (select count(*) from mine where standing <> 'draft')::int as "submittedPlans",
      (select count(*) from mine where edition > 0)::int as "approvedPlans",
      (select count(*) from owed)::int as commitments,
      (select count(*) from owed where obligor_organisation_id is distinct from ${organisationId}::uuid)::int as "commitmentsOfOthers",
      (select count(*) from agreement where parties @> array[${organisationId}::uuid]
        and standing not in ('abandoned', 'annulled'))::int as agreements,
      (select count(*) from commitment_instance i join owed on owed.id = i.commitment_id
        where i.due_on >= ${today}::date and i.standing not in ('verified', 'waived', 'cancelled'))::int as "dueAhead"`.execute(
    tx,
  );
  const [facts] = rows;
  if (!facts) throw new Error('facts: nothing was counted');
  return facts;
}

export type PathNeed = {
  readonly id: string;
  readonly problem: string;
  readonly priority: 'high' | 'medium' | 'low';
  readonly isChosen: boolean;
};

/** The needs that stand in a place, the chosen ones first, then by priority. */
export async function listPathNeeds(
  tx: Transaction,
  territory: NumberRange,
  chosen: readonly string[],
): Promise<readonly PathNeed[]> {
  const { rows } = await sql<PathNeed>`
    select id, problem, priority, id = any(${[...chosen]}::uuid[]) as "isChosen" from need
    where standing = 'current' and territory_id between ${territory.low} and ${territory.high}
    order by 4 desc, priority_rank, prioritised_on desc, id limit 60`.execute(tx);
  return rows;
}

/** The plans of an office and of its place's committees. */
export async function listPathPlans(tx: Transaction, organisationId: string, territoryId: number) {
  return tx
    .selectFrom('plan')
    .select(['id', 'title', 'standing'])
    .where('standing', '<>', 'annulled')
    .where((eb) =>
      eb.or([
        eb('organisation_id', '=', organisationId),
        eb.and([eb('territory_id', '=', territoryId), eb('kind', 'in', ['municipal', 'committee'])]),
      ]),
    )
    .orderBy('period_from', 'desc')
    .orderBy('id', 'desc')
    .limit(5)
    .execute();
}

export type DueRow = { readonly commitmentId: string; readonly what: string; readonly dueOn: string };

/** What falls due next for an office, owed or to be received. */
export async function listDueAhead(
  tx: Transaction,
  organisationId: string,
  today: string,
): Promise<readonly DueRow[]> {
  const { rows } = await sql<DueRow>`
    select c.id as "commitmentId", c.what, i.due_on as "dueOn" from commitment_instance i join commitment c on c.id = i.commitment_id
    where c.parties @> array[${organisationId}::uuid] and c.standing in ('proposed', 'agreed') and i.due_on >= ${today}::date
      and i.standing not in ('verified', 'waived', 'cancelled')
    order by i.due_on, c.id limit 8`.execute(tx);
  return rows;
}
