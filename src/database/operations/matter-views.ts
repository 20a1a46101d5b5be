import { sql } from 'kysely';
import { isToldOfNotice } from '#database/agreements/told-notices.ts';
import type { Transaction } from '#database/connection.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';

/** Something that waits, with whom it is about and since when; and how many of its kind there are in all. */
export type WaitingRow = {
  readonly id: string;
  readonly title: string;
  readonly territory_id: number;
  readonly organisation_id: string | null;
  readonly on_date: string;
  readonly step: number | null;
  readonly total: number;
};

/** Plans that were submitted and wait for a review, the oldest first. */
export async function findPlansWaiting(
  tx: Transaction,
  within: NumberRange,
  limit: number,
): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select p.id, p.title, p.territory_id, p.organisation_id, coalesce(p.standing_on, p.period_from) as on_date, null as step,
      (count(*) over ())::int as total
    from plan p where p.standing in ('submitted', 'amendment-submitted')
      and p.territory_id between ${within.low} and ${within.high}
    order by on_date, p.id limit ${limit}`.execute(tx);
  return rows;
}

/** Requests for help on the path of planning that nobody answered, the oldest first. */
export async function findHelpAsked(
  tx: Transaction,
  within: NumberRange,
  limit: number,
): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select h.path_id as id, h.question as title, h.territory_id, h.organisation_id, h.asked_on as on_date, h.step,
      (count(*) over ())::int as total
    from planning_help h join planning_path p on p.id = h.path_id
    where h.answered_on is null and p.closed_on is null and h.territory_id between ${within.low} and ${within.high}
    order by h.asked_on, h.id limit ${limit}`.execute(tx);
  return rows;
}

/** Formal notices without an outcome, by the day until which the failing may be mended. */
export async function findOpenNotices(
  tx: Transaction,
  within: NumberRange,
  limit: number,
): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select a.id, coalesce(a.short_name, a.title) as title, a.territory_id, accused.organisation_id, n.cure_by as on_date,
      null as step, (count(*) over ())::int as total
    from agreement_notice n join agreement a on a.id = n.agreement_id
    join agreement_party accused on accused.id = n.to_party_id
    where n.outcome is null and ${isToldOfNotice('n', 'a')} and a.territory_id between ${within.low} and ${within.high}
    order by n.cure_by, n.id limit ${limit}`.execute(tx);
  return rows;
}

/** Agreements that bind and whose last day is near, the soonest first. */
export async function findAgreementsEnding(
  tx: Transaction,
  within: NumberRange,
  days: { readonly today: string; readonly by: string },
  limit: number,
): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select a.id, coalesce(a.short_name, a.title) as title, a.territory_id,
      (select p.organisation_id from agreement_party p where p.agreement_id = a.id and p.standing <> 'withdrawn'
        order by p.role = 'lead' desc, p.position, p.id limit 1) as organisation_id,
      a.ends_on as on_date, null as step, (count(*) over ())::int as total
    from agreement a
    where a.standing in ('in-force', 'suspended', 'under-notice') and a.kind <> 'addendum'
      and a.ends_on between ${days.today}::date and ${days.by}::date
      and a.territory_id between ${within.low} and ${within.high}
    order by a.ends_on, a.id limit ${limit}`.execute(tx);
  return rows;
}
