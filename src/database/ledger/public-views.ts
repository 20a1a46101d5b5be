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

/** How much was promised and what became of it, as whoever asks is told. */
export async function tallyPublic(tx: Transaction, filter: LedgerFilter): Promise<PublicTally> {
  const { rows } = await sql<PublicTally>`
    select count(*)::int as all, count(*) filter (where part = 'met')::int as met,
      count(*) filter (where part = 'delivered')::int as delivered, count(*) filter (where part = 'under-way')::int as "underWay",
      count(*) filter (where part = 'past' and not told)::int as "inReview", count(*) filter (where part = 'past' and told)::int as late,
      count(*) filter (where part = 'ended')::int as ended
    from (select ${isToldLate('i', filter.today)} as told, case
        when i.standing = 'verified' then 'met'
        when i.standing in ('waived', 'cancelled') or i.commitment_standing = 'cancelled' then 'ended'
        when i.standing = 'breached' then 'past'
        when i.standing = 'delivered' then 'delivered'
        when i.paused_from is null and (i.due_on < ${filter.today}::date or i.noticed_on is not null and i.cured_on is null)
          and i.commitment_standing = 'agreed' then 'past'
        else 'under-way' end as part
      from commitment_instance i where ${ledgerConditions(filter)}) parts`.execute(tx);
  return rows[0] ?? { all: 0, met: 0, delivered: 0, underWay: 0, inReview: 0, late: 0, ended: 0 };
}
