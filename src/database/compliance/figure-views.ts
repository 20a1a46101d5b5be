import { sql, type RawBuilder } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { actionsInForce } from '#database/plans/actions-in-force.ts';
import type { FirstReview } from '#domain/compliance/evidence-quality.ts';
import type { ShownOutcome } from '#domain/compliance/outcome-in-public.ts';
import type { ComplianceFilter } from './counted-dues.ts';

/** Due dates of one territory and one outcome, added up. */
export type DueTally = {
  readonly where_id: number;
  readonly outcome: ShownOutcome;
  readonly first_review: FirstReview;
  /** Handed in, and nobody has reviewed it. */
  readonly is_waiting: boolean;
  readonly count: number;
  readonly weight: number;
};

/** How many due dates are overdue by so many days of the obligor's own. */
export type OverdueTally = { readonly days: number; readonly count: number };

/** For how many days a party held others back. */
export type HolderTally = { readonly holder_id: string; readonly days: number; readonly count: number };

export type CountedDues = {
  readonly tallies: readonly DueTally[];
  readonly overdue: readonly OverdueTally[];
  readonly holders: readonly HolderTally[];
};

/**
 * C2, C3 and C19 in one reading: the sum of `countedDues`, which a test holds to be the same for every reader.
 * The days for which a party held others back are told in full also where they are concurrent.
 */
export async function tallyDues(tx: Transaction, filter: ComplianceFilter): Promise<CountedDues> {
  const found = await tally<{ tallies: DueTally[]; days: OverdueTally[]; holders: HolderTally[] }>(
    tx,
    filter,
    { byLine: false, withDays: true },
  );
  return { tallies: found?.tallies ?? [], overdue: found?.days ?? [], holders: found?.holders ?? [] };
}

/** Only what became of due dates, by territory. */
export async function tallyOutcomes(tx: Transaction, filter: ComplianceFilter): Promise<readonly DueTally[]> {
  const found = await tally<{ tallies: DueTally[] }>(tx, filter, { byLine: false, withDays: false });
  return found?.tallies ?? [];
}

/** The same by line of the strategy; what serves none has none. */
export async function tallyDuesByLine(
  tx: Transaction,
  filter: ComplianceFilter,
): Promise<readonly LineTally[]> {
  const found = await tally<{ tallies: LineTally[] }>(tx, filter, { byLine: true, withDays: false });
  return found?.tallies ?? [];
}

export type LineTally = Pick<DueTally, 'outcome' | 'count'> & { readonly thread_id: string | null };

async function tally<Found>(
  tx: Transaction,
  { within, today, agreementId, partyId, threadId, from, to }: ComplianceFilter,
  { byLine, withDays }: { readonly byLine: boolean; readonly withDays: boolean },
): Promise<Found | undefined> {
  const { rows } = await sql<{ found: Found }>`
    select commitment_tally(${within.low}, ${within.high}, ${today}::date, ${agreementId ?? null}::uuid, ${partyId ?? null}::uuid,
      ${threadId ?? null}::uuid, ${from ?? null}::date, ${to ?? null}::date, ${byLine}, ${withDays}) as found`.execute(
    tx,
  );
  return rows[0]?.found;
}

/** The conditions that hold for commitments, whatever is counted of them. */
export function commitmentsOf(filter: ComplianceFilter): RawBuilder<boolean> {
  const parts = [
    sql`c.standing in ('proposed', 'agreed') and c.where_id between ${filter.within.low} and ${filter.within.high}`,
  ];
  if (filter.agreementId !== undefined) parts.push(sql`c.agreement_id = ${filter.agreementId}`);
  if (filter.partyId !== undefined)
    parts.push(sql`(c.obligor_organisation_id = ${filter.partyId} or c.obligor_structure_id = ${filter.partyId}
      or c.id = any(${[...(filter.owedTogether ?? [])]}::uuid[]))`);
  if (filter.threadId !== undefined) parts.push(sql`c.thread_id = ${filter.threadId}`);
  if (filter.from !== undefined) parts.push(sql`c.due_on >= ${filter.from}::date`);
  if (filter.to !== undefined) parts.push(sql`c.due_on <= ${filter.to}::date`);
  return sql.join(parts, sql` and `);
}

/** C4: how many commitments have each wording score. */
export async function tallyWording(tx: Transaction, filter: ComplianceFilter) {
  const { within, agreementId, partyId, threadId, from, to } = filter;
  // So few that row security looks at each.
  const isOfFew = agreementId !== undefined || partyId !== undefined;
  const { rows } = await (
    isOfFew
      ? sql<{ quality: number; count: number }>`
        select c.quality, count(*)::int as count from commitment c where ${commitmentsOf(filter)} group by 1`
      : sql<{ quality: number; count: number }>`
        select quality, count from commitment_wording_tally(${within.low}, ${within.high}, ${threadId ?? null}::uuid, ${from ?? null}::date,
          ${to ?? null}::date)`
  ).execute(tx);
  return rows;
}

const inPeriod = (column: string, filter: ComplianceFilter) => sql<boolean>`
  (${filter.from ?? null}::date is null or ${sql.ref(column)} >= ${filter.from ?? null}::date)
  and (${filter.to ?? null}::date is null or ${sql.ref(column)} <= ${filter.to ?? null}::date)`;

const agreementsOf = (filter: ComplianceFilter) => sql<boolean>`
  (${filter.agreementId ?? null}::uuid is null or a.id = ${filter.agreementId ?? null}::uuid)
  and (${filter.partyId ?? null}::uuid is null or a.parties @> array[${filter.partyId ?? null}::uuid])
  and (${filter.threadId ?? null}::uuid is null or exists (select from agreement_line l where l.agreement_id = a.id
    and l.thread_id = ${filter.threadId ?? null}::uuid))`;

export type SessionRow = {
  readonly id: string;
  readonly agreement_id: string;
  readonly title: string;
  readonly territory_id: number;
  readonly called_on: string;
  readonly seats: number;
  readonly quorum: number;
  readonly present: number | null;
};

/** C5 and C6: the sessions of monitoring commissions that were called. */
export async function findSessions(tx: Transaction, filter: ComplianceFilter): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    with s as materialized (
      select s.* from agreement_session s where ${inPeriod('s.called_on', filter)} and s.called_on <= ${filter.today}::date)
    select s.id, s.agreement_id, coalesce(a.short_name, a.title) as title, s.territory_id, s.called_on, s.seats, s.quorum, s.present
    from s join agreement a on a.id = s.agreement_id
    where a.territory_id between ${filter.within.low} and ${filter.within.high} and ${agreementsOf(filter)}
    order by s.called_on, s.id`.execute(tx);
  return rows;
}

export type TargetRow = {
  readonly territory_id: number;
  readonly last_id: number;
  readonly level: number;
  readonly name: string;
  readonly people: number | null;
  readonly has_agreement: boolean;
};

const municipalLevel = ({ country }: ComplianceFilter) => sql`
  select mode() within group (order by t.level) as level from organisation o join territory t on t.id = o.territory_id
  where o.country = ${country} and o.kind = 'municipality' and o.standing = 'active'`;

// Of all agreements the database says itself where there is one that the caller sees; those of a filter are few.
function placesOf(filter: ComplianceFilter): RawBuilder<unknown> {
  const { within, today, agreementId, partyId, threadId } = filter;
  if ([agreementId, partyId, threadId].every((id) => id === undefined))
    return sql`select * from agreement_places(${within.low}, ${within.high}, ${today}::date)`;
  return sql`
    select distinct p.place_id from agreement a join agreement_territory p on p.agreement_id = a.id
    where a.standing in ('in-force', 'suspended', 'under-notice') and a.kind <> 'addendum'
      and (a.ends_on is null or a.ends_on >= ${today}::date) and ${agreementsOf(filter)}`;
}

/** The numbers alone of the territories that should have an agreement. */
export async function findTargetIds(tx: Transaction, filter: ComplianceFilter): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with municipal as (${municipalLevel(filter)})
    select t.id from territory t, municipal where t.country = ${filter.country} and t.level = municipal.level and t.valid_to is null
      and t.id between ${filter.within.low} and ${filter.within.high}`.execute(tx);
  return rows.map(({ id }) => id);
}

/**
 * C1: the territories that should have an agreement of their own, which are those of the level that has municipalities, with their
 * people by the last figure, and whether an agreement in force names them or a place within them.
 */
export async function findTargets(tx: Transaction, filter: ComplianceFilter): Promise<TargetRow[]> {
  const { rows } = await sql<TargetRow>`
    with municipal as (${municipalLevel(filter)}), places (place_id) as materialized (${placesOf(filter)})
    select t.id as territory_id, t.last_id, t.level, t.name,
      (select p.people from territory_population p where p.territory_id = t.id and p.people is not null
        order by p.year desc limit 1) as people,
      exists (select from places p where p.place_id between t.id and t.last_id) as has_agreement
    from territory t, municipal
    where t.country = ${filter.country} and t.level = municipal.level and t.valid_to is null
      and t.id between ${filter.within.low} and ${filter.within.high}
    order by t.name collate spanish, t.id`.execute(tx);
  return rows;
}

export type ActionRow = {
  readonly id: string;
  readonly plan_id: string;
  readonly title: string;
  readonly territory_id: number;
  readonly lines: string[];
  /** What it costs, each currency apart. */
  readonly budget: { readonly currency: string; readonly amount: number }[];
};

/** C11: the actions in force of plans, with the lines of the strategy in force that they serve. */
export async function findPlanActions(tx: Transaction, filter: ComplianceFilter): Promise<ActionRow[]> {
  const { rows } = await sql<ActionRow>`
    with current as (
      select e.thread_id::text as line from strategy s join strategy_version v on v.strategy_id = s.id and v.standing = 'approved'
        join strategy_element e on e.version_id = v.id and e.kind = 'line' where s.country = ${filter.country})
    select id, plan_id, title, territory_id,
      (select coalesce(array_agg(line), '{}') from unnest(lines) as line where line in (select c.line from current c)) as lines,
      (select coalesce(jsonb_agg(m order by m.currency), '[]') from (
        select b ->> 'currency' as currency, sum((b ->> 'amount')::numeric) as amount from jsonb_array_elements(budget) b group by 1) m) as budget
    from (${actionsInForce}) as a
    where territory_id between ${filter.within.low} and ${filter.within.high}
      and (${filter.partyId ?? null}::uuid is null or holder_id = ${filter.partyId ?? null}::uuid)
      and (${filter.from ?? null}::date is null or period_to >= ${filter.from ?? null}::date)
      and (${filter.to ?? null}::date is null or period_from <= ${filter.to ?? null}::date)
    order by title, id`.execute(tx);
  return rows;
}

export type NeedAnswerRow = {
  readonly id: string;
  readonly problem: string;
  readonly territory_id: number;
  readonly actions: number;
  readonly funded: number;
};

/** C12: the needs that stand, with how many actions in force answer each and how many of those have money. */
export async function findAnsweredNeeds(tx: Transaction, filter: ComplianceFilter): Promise<NeedAnswerRow[]> {
  const { rows } = await sql<NeedAnswerRow>`
    with answers as (
      select need_id, count(*)::int as actions,
        count(*) filter (where exists (select from jsonb_array_elements(budget) b where (b ->> 'amount')::numeric > 0))::int as funded
      from (${actionsInForce}) as a where need_id is not null group by need_id)
    select n.id, n.problem, n.territory_id, coalesce(a.actions, 0) as actions, coalesce(a.funded, 0) as funded
    from need n left join answers a on a.need_id = n.id
    where n.standing = 'current' and n.territory_id between ${filter.within.low} and ${filter.within.high}
      and ${inPeriod('n.prioritised_on', filter)}
    order by n.problem, n.id`.execute(tx);
  return rows;
}

/** The lines of the strategy in force in a country. */
export async function findLines(tx: Transaction, country: string): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select e.thread_id as id, concat_ws(' ', e.code, e.title) as title
    from strategy s join strategy_version v on v.strategy_id = s.id and v.standing = 'approved'
    join strategy_element e on e.version_id = v.id and e.kind = 'line'
    where s.country = ${country} order by e.code, e.position, e.title`.execute(tx);
  return rows;
}
