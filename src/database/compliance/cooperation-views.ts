import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { ComplianceFilter } from './counted-dues.ts';

export type DueReportRow = {
  readonly id: string;
  readonly title: string;
  readonly holder: string | null;
  readonly territory_id: number;
  readonly due_on: string;
  readonly was_sent: boolean;
  readonly was_in_time: boolean;
  readonly required: number;
  readonly filled: number;
  readonly example: boolean;
};

/** C10: the reports whose last day has passed. */
export async function findDueReports(tx: Transaction, filter: ComplianceFilter): Promise<DueReportRow[]> {
  const { agreementId, from, partyId, to, today, within } = filter;
  const { rows } = await sql<DueReportRow>`
    select * from report_dues(${within.low}, ${within.high}, ${today}::date, ${partyId ?? null}::uuid, ${agreementId ?? null}::uuid,
      ${from ?? null}::date, ${to ?? null}::date)`.execute(tx);
  return rows;
}

export type FreshnessRow = {
  readonly id: string;
  readonly series_id: number;
  readonly title: string;
  readonly territory_id: number;
  readonly ended_on: string;
  readonly days: number;
  readonly example: boolean;
};

/** C20: after how many days what was reported or imported was there. */
export async function findFreshness(tx: Transaction, filter: ComplianceFilter): Promise<FreshnessRow[]> {
  const { agreementId, from, partyId, to, within } = filter;
  const { rows } = await sql<FreshnessRow>`
    select * from figure_freshness(${within.low}, ${within.high}, ${partyId ?? null}::uuid, ${agreementId ?? null}::uuid,
      ${from ?? null}::date, ${to ?? null}::date)`.execute(tx);
  return rows;
}

export type PairRow = {
  readonly id: string;
  readonly plan_id: string;
  readonly title: string;
  readonly territory_id: number;
  readonly example: boolean;
  readonly is_linked: boolean;
};

/**
 * C15: pairs of actions of different institutions for the same people, where their places and times meet, that answer the same need or the
 * same violence. Linked are those of one plan, and those of which one takes part in the other's.
 */
export async function findActionPairs(tx: Transaction, filter: ComplianceFilter): Promise<PairRow[]> {
  const { from, partyId, to, within } = filter;
  const { rows } = await sql<PairRow>`
    with acting as materialized (
      select a.id, a.plan_id, a.title, a.example, a.need_id, a.violence, a.target_groups, p.territory_id,
        coalesce(a.responsible_organisation_id, a.responsible_structure_id, p.organisation_id, p.structure_id) as who,
        coalesce(a.period_from, p.period_from) as starts_on, coalesce(a.period_to, p.period_to) as ends_on
      from plan_action a join plan p on p.id = a.plan_id
      where p.standing not in ('annulled', 'ended') and a.standing <> 'dropped' and cardinality(a.target_groups) > 0
        and p.territory_id between ${within.low} and ${within.high}
        and (${from ?? null}::date is null or p.period_to >= ${from ?? null}::date)
        and (${to ?? null}::date is null or p.period_from <= ${to ?? null}::date)),
    placed as materialized (
      select a.id, t.id as low, t.last_id as high from acting a
      left join plan_action_place x on x.action_id = a.id join territory t on t.id = coalesce(x.place_id, a.territory_id))
    select distinct concat(one.id, '/', other.id) as id, one.plan_id, concat(one.title, ' · ', other.title) as title, one.territory_id,
      one.example or other.example as example,
      one.plan_id = other.plan_id or exists (select from plan_action_partner x
        where (x.action_id = one.id and x.organisation_id = other.who) or (x.action_id = other.id and x.organisation_id = one.who)) as is_linked
    from acting one join acting other on one.id < other.id and one.who <> other.who and one.target_groups && other.target_groups
      and (one.need_id = other.need_id or one.violence = other.violence)
      and one.starts_on <= other.ends_on and other.starts_on <= one.ends_on
    join placed here on here.id = one.id join placed there on there.id = other.id and here.low <= there.high and there.low <= here.high
    where ${partyId ?? null}::uuid is null or ${partyId ?? null}::uuid in (one.who, other.who)
    order by 3, 1 limit 5000`.execute(tx);
  return rows;
}

export type SeatRow = {
  readonly id: string;
  readonly structure_id: string;
  readonly title: string;
  readonly territory_id: number;
  readonly kind: string;
  readonly sector: string;
};

/** C18: the seats of boards and committees that stand, each with what its organisation is. */
export async function findSeats(tx: Transaction, filter: ComplianceFilter): Promise<SeatRow[]> {
  const { partyId, within } = filter;
  const { rows } = await sql<SeatRow>`
    select x.id, x.structure_id, concat(s.name, ': ', x.name) as title, x.territory_id, o.kind, o.sector
    from seat x join structure s on s.id = x.structure_id join organisation o on o.id = x.organisation_id
    where s.standing = 'active' and x.role <> 'observer' and x.territory_id between ${within.low} and ${within.high}
      and (${partyId ?? null}::uuid is null or ${partyId ?? null}::uuid in (x.organisation_id, x.structure_id))
    order by 3, 1`.execute(tx);
  return rows;
}
