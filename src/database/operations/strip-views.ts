import { sql } from 'kysely';
import type { ComplianceFilter } from '#database/compliance/counted-dues.ts';
import type { Transaction } from '#database/connection.ts';

/** How many territories of the level that has municipalities each line reaches, by an agreement, a plan or a commitment. */
export async function countReached(tx: Transaction, filter: ComplianceFilter) {
  const { rows } = await sql<{ line: string; territories: number }>`
    with municipal as (
      select mode() within group (order by t.level) as level from organisation o join territory t on t.id = o.territory_id
      where o.country = ${filter.country} and o.kind = 'municipality' and o.standing = 'active'),
    places as materialized (
      select l.thread_id as line, p.place_id from agreement a
        join agreement_line l on l.agreement_id = a.id join agreement_territory p on p.agreement_id = a.id
        where a.standing in ('in-force', 'suspended', 'under-notice') and a.kind <> 'addendum'
          and (a.ends_on is null or a.ends_on >= ${filter.today}::date)
      union select l.thread_id, p.place_id from plan_action x join plan on plan.id = x.plan_id and plan.edition > 0
          and plan.standing not in ('ended', 'annulled')
        join plan_action_line l on l.action_id = x.id join plan_action_place p on p.action_id = x.id
        where x.standing <> 'dropped'
      union select thread_id, where_id from commitment_reach(${filter.within.low}, ${filter.within.high}))
    select p.line, count(distinct t.id)::int as territories
    from places p join municipal on true
    join territory t on t.level = municipal.level and t.valid_to is null and p.place_id between t.id and t.last_id
      and t.id between ${filter.within.low} and ${filter.within.high}
    group by 1`.execute(tx);
  return rows;
}

/** The money in agreements that serve each line, by currency. */
export async function sumMoneyOfLines(tx: Transaction, filter: ComplianceFilter) {
  const { rows } = await sql<{ line: string; currency: string; amount: string }>`
    select l.thread_id as line, b.currency, sum(b.amount)::text as amount
    from agreement a join agreement_line l on l.agreement_id = a.id join agreement_budget b on b.agreement_id = a.id
    where a.standing in ('in-force', 'suspended', 'under-notice') and a.kind <> 'addendum' and b.kind = 'cash'
      and (a.ends_on is null or a.ends_on >= ${filter.today}::date)
      and a.territory_id between ${filter.within.low} and ${filter.within.high}
    group by 1, 2 order by 1, 2`.execute(tx);
  return rows;
}
