import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';
import { isToldLate } from '#database/commitments/told-lateness.ts';
import { ledgerConditions, type LedgerFilter } from './ledger-filter-sql.ts';

/** What everybody may know of a due date beside its line: the money, and the reply to what was published. */
export type PublicFacts = {
  readonly id: string;
  readonly currency: string | null;
  readonly cash: number | null;
  readonly in_kind: string | null;
  readonly reply: string | null;
  readonly replied_on: string | null;
};

export async function findPublicFacts(
  tx: Transaction,
  ids: readonly string[],
  today: string,
): Promise<Map<string, PublicFacts>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<PublicFacts>`
    select id, currency, cash, in_kind, case when told then reply end as reply, case when told then replied_on end as replied_on
    from (select i.id, c.currency, c.cash::float8 as cash, c.in_kind, i.reply, i.replied_on, ${isToldLate('i', today)} as told
      from commitment_instance i join commitment c on c.id = i.commitment_id where i.id = ${anyOf(ids)}) facts`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export type PublicTally = {
  readonly all: number;
  readonly met: number;
  readonly delivered: number;
  readonly underWay: number;
  readonly inReview: number;
  readonly late: number;
  readonly ended: number;
};

/** How much was promised in public and what became of it, as whoever asks is told. */
export async function tallyPublic(tx: Transaction, filter: LedgerFilter): Promise<PublicTally> {
  const { rows } = await sql<PublicTally>`
    select coalesce(sum(n), 0)::int as all, coalesce(sum(n) filter (where part = 'met'), 0)::int as met,
      coalesce(sum(n) filter (where part = 'delivered'), 0)::int as delivered, coalesce(sum(n) filter (where part = 'under-way'), 0)::int as "underWay",
      coalesce(sum(n) filter (where part = 'past' and not told), 0)::int as "inReview",
      coalesce(sum(n) filter (where part = 'past' and told), 0)::int as late, coalesce(sum(n) filter (where part = 'ended'), 0)::int as ended
    from (
      select part, case when part = 'past' then ${isToldLate('i', filter.today)} end as told, count(*) as n
      from (select i.*, case
          when i.standing = 'verified' then 'met'
          when i.standing in ('waived', 'cancelled') or i.commitment_standing = 'cancelled' then 'ended'
          when i.standing = 'breached' then 'past'
          when i.standing = 'delivered' then 'delivered'
          when i.paused_from is null and (i.due_on < ${filter.today}::date or i.noticed_on is not null and i.cured_on is null)
            and i.commitment_standing = 'agreed' then 'past'
          else 'under-way' end as part
        from commitment_instance i where i.is_public and ${ledgerConditions(filter)} offset 0) i
      group by 1, 2) parts`.execute(tx);
  return rows[0] ?? { all: 0, met: 0, delivered: 0, underWay: 0, inReview: 0, late: 0, ended: 0 };
}
