import { sql, type RawBuilder } from 'kysely';
import { isInsiderOf, isToldLate } from '#database/commitments/told-lateness.ts';
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
  /** A line of the strategy. */
  readonly threadId?: string | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
};

/** The due dates that the filter is about, whatever is counted of them. */
function duesOf(filter: ComplianceFilter): RawBuilder<boolean> {
  const parts = [
    sql`i.commitment_standing = 'agreed'`,
    sql`i.where_id between ${filter.within.low} and ${filter.within.high}`,
  ];
  if (filter.agreementId !== undefined) parts.push(sql`i.agreement_id = ${filter.agreementId}`);
  if (filter.partyId !== undefined) parts.push(sql`i.obliged @> array[${filter.partyId}::uuid]`);
  if (filter.threadId !== undefined) parts.push(sql`i.thread_id = ${filter.threadId}`);
  if (filter.from !== undefined) parts.push(sql`i.due_on >= ${filter.from}::date`);
  if (filter.to !== undefined) parts.push(sql`i.due_on <= ${filter.to}::date`);
  return sql.join(parts, sql` and `);
}

/**
 * Every due date of the filter with how it is counted: the twin of `countInstance` and `outcomeFor` of the domain,
 * which a test holds to be the same. Columns: those named in the select below.
 */
export function countedDues(filter: ComplianceFilter): RawBuilder<unknown> {
  const { today, within } = filter;
  return sql`
    select n.*, case when n.is_told or n.rule not in ('late', 'overdue', 'breached')
      then n.rule else 'unpublished' end as outcome
    from (
      select i.id, i.commitment_id, i.due_on, i.delivered_on, i.first_review, i.weight::float8 as weight, i.where_id, i.obligor_id,
        greatest(0, coalesce(i.delivered_on, ${today}::date) - i.due_on) as days_late,
        coalesce(lost.days, 0) as days_lost,
        greatest(0, coalesce(i.delivered_on, ${today}::date) - i.due_on - coalesce(lost.days, 0)) as own_days,
        ${isInsiderOf('i')} as is_insider, ${isToldLate('i', today)} as is_told,
        case
          when i.standing in ('waived', 'cancelled') then 'waived'
          when i.standing = 'breached' then 'breached'
          when i.due_on >= ${today}::date then 'not-due'
          when i.paused_from is not null and i.standing not in ('verified', 'delivered') then 'paused'
          when greatest(0, coalesce(i.delivered_on, ${today}::date) - i.due_on - coalesce(lost.days, 0)) > 0
            then case when i.standing in ('verified', 'delivered') then 'late' else 'overdue' end
          when i.standing = 'verified' then 'kept'
          when i.standing = 'delivered' then case when i.verify_by < ${today}::date then 'unanswered' else 'waiting' end
          else 'held-back' end as rule
      from commitment_instance i
      left join (
        select w.instance_id, (select sum(upper(span) - lower(span))::int from unnest(range_agg(w.late)) as span) as days
        from commitment_late_waits(${within.low}, ${within.high}, ${today}::date) w group by 1) lost on lost.instance_id = i.id
      where ${duesOf(filter)}) n`;
}
