import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';
import { isToldLate } from '#database/commitments/told-lateness.ts';

type Of = {
  readonly within: NumberRange;
  readonly today: string;
  readonly partyId: string | undefined;
};

/** Parties that wait for one another, added up; both ends as far as the caller sees them. */
export async function sumWaits(tx: Transaction, of: Of, limit: number) {
  const { rows } = await sql<{ waiting: string; waited_on: string; count: number; late: number }>`
    select * from commitment_waits_between(${of.within.low}, ${of.within.high}, ${of.today}::date, ${of.partyId ?? null}::uuid, ${limit})`.execute(
    tx,
  );
  return rows;
}

/** What late commitments hold back, step by step, as far as the caller sees both ends and may know of the lateness. */
export async function findHeldBack(tx: Transaction, of: Of) {
  const { rows } = await sql<{ dependent: string; prerequisite: string; is_late: boolean; where_id: number }>`
    select * from commitment_held_back(${of.within.low}, ${of.within.high}, ${of.today}::date)`.execute(tx);
  return rows;
}

export type WaitNode = {
  readonly id: string;
  readonly what: string;
  readonly example: boolean;
  readonly due_on: string;
  readonly obligor_id: string;
  readonly where_id: number;
  readonly is_late: boolean;
};

/** Commitments with the first of their due dates that is not handed in, or else the last. */
export async function findWaitNodes(
  tx: Transaction,
  ids: readonly string[],
  of: Pick<Of, 'today'>,
): Promise<Map<string, WaitNode>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<WaitNode>`
    select distinct on (i.commitment_id) i.commitment_id as id, c.what, c.example, i.due_on, i.obligor_id, i.where_id,
      i.standing in ('not-started', 'in-progress', 'sent-back') and i.due_on < ${of.today}::date and i.paused_from is null
        and i.commitment_standing = 'agreed' and ${isToldLate('i', of.today)} as is_late
    from commitment_instance i join commitment c on c.id = i.commitment_id
    where i.commitment_id = ${anyOf([...new Set(ids)])}
    order by i.commitment_id, i.standing in ('not-started', 'in-progress', 'sent-back') desc, i.due_on`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Everything that a commitment needs first, directly or through others, as far as the caller sees it. */
export async function findNeeds(tx: Transaction, id: string) {
  const { rows } = await sql<{ dependent: string; prerequisite: string }>`
    with recursive needed as (
      select d.commitment_id, d.prerequisite_id from commitment_dependency d where d.commitment_id = ${id}::uuid
      union
      select d.commitment_id, d.prerequisite_id from needed n join commitment_dependency d on d.commitment_id = n.prerequisite_id)
    select n.commitment_id as dependent, n.prerequisite_id as prerequisite from needed n
    join commitment c on c.id = n.prerequisite_id`.execute(tx);
  return rows;
}
