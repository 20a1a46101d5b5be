import { sql, type RawBuilder } from 'kysely';
import { isQuietFor } from '#database/commitments/told-lateness.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';
import type { Day } from '#domain/shared/dates.ts';

/** Of what compliance is told: null and undefined narrow nothing. */
export type ComplianceFilter = {
  readonly within: NumberRange;
  readonly country: string;
  readonly today: Day;
  readonly agreementId?: string | undefined;
  /** An organisation or structure. */
  readonly partyId?: string | undefined;
  /** Commitments that it owes together with somebody else who comes first. */
  readonly owedTogether?: readonly string[];
  /** A line of the strategy. */
  readonly threadId?: string | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
};

/** The due dates that the filter is about and that count for something today, whatever is counted of them. */
function duesOf(filter: ComplianceFilter): RawBuilder<boolean> {
  const parts = [
    sql`i.commitment_standing = 'agreed'`,
    sql`i.where_id between ${filter.within.low} and ${filter.within.high}`,
    sql`i.counts_from < ${filter.today}::date`,
  ];
  if (filter.agreementId !== undefined) parts.push(sql`i.agreement_id = ${filter.agreementId}`);
  if (filter.partyId !== undefined) parts.push(isOwedBy(filter.partyId, filter.owedTogether ?? []));
  if (filter.threadId !== undefined) parts.push(sql`i.thread_id = ${filter.threadId}`);
  if (filter.from !== undefined) parts.push(sql`i.due_on >= ${filter.from}::date`);
  if (filter.to !== undefined) parts.push(sql`i.due_on <= ${filter.to}::date`);
  return sql.join(parts, sql` and `);
}

// Row security lets only conditions that leak nothing reach an index: equality of ids does, overlap of lists does not.
function isOwedBy(party: string, together: readonly string[]): RawBuilder<unknown> {
  if (together.length === 0) return sql`i.obligor_id = ${party}`;
  return sql`(i.obligor_id = ${party} or i.commitment_id = any(${[...together]}::uuid[]))`;
}

/**
 * Every due date of the filter with how it is counted: the twin of `countInstance` and `outcomeFor` of the domain,
 * which a test holds to be the same. To be put behind `with`: the due dates are `counted`, and what they waited for is `waits`.
 */
export function countedDues(filter: ComplianceFilter): RawBuilder<unknown> {
  const { today } = filter;
  return sql`
    overseen as materialized (
      select t.id, app_sees_commitments_of(t.id) as is_seen from territory t where t.country = ${filter.country}),
    base as materialized (
      select i.id, i.commitment_id, i.due_on, i.delivered_on, i.first_review, i.weight::float8 as weight, i.where_id, i.thread_id,
        i.obligor_id, i.standing, i.paused_from, i.verify_by, i.needs_others,
        greatest(0, coalesce(i.delivered_on, ${today}::date) - i.due_on) as days_late,
        coalesce(o.is_seen, false) or app_may_for('act_for_party', i.parties, i.party_territories) as is_insider,
        i.breach_published_on is not null and not ${isQuietFor('i', today)} as is_published
      from commitment_instance i left join overseen o on o.id = i.territory_id
      where ${duesOf(filter)}),
    waits as materialized (
      select w.* from (
        select array_agg(id) as ids, array_agg(commitment_id) as commitments, array_agg(obligor_id) as obligors,
          array_agg(due_on) as due_days, array_agg(coalesce(delivered_on, ${today}::date)) as last_days
        from base where days_late > 0 and needs_others) late
      cross join commitment_late_waits(late.ids, late.commitments, late.obligors, late.due_days, late.last_days, ${today}::date) w),
    lost as (
      select instance_id, case when count(*) = 1 then max(upper(late) - lower(late))
        else (select sum(upper(span) - lower(span))::int from unnest(range_agg(late)) as span) end as days
      from waits group by 1),
    ruled as (
      select b.*, b.is_insider or b.is_published as is_told, coalesce(l.days, 0) as days_lost,
        greatest(0, b.days_late - coalesce(l.days, 0)) as own_days
      from base b left join lost l on l.instance_id = b.id),
    counted as materialized (
      select r.*, case when r.is_told or r.rule not in ('late', 'overdue', 'breached')
        then r.rule else 'unpublished' end as outcome,
        r.standing = 'delivered' and r.first_review is null as is_waiting
      from (select *, commitment_outcome(standing, due_on, verify_by, paused_from is not null, own_days, ${today}::date) as rule from ruled) r)`;
}
