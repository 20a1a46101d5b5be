import { sql, type RawBuilder } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { CommitmentStanding, InstanceStanding } from '#domain/commitments/vocabulary.ts';
import type { DueSide } from '#domain/inbox/work-of-due.ts';

/** One due date that may ask something of somebody. */
export type DueRow = {
  readonly id: string;
  readonly commitment_id: string;
  readonly what: string;
  readonly is_public: boolean;
  readonly example: boolean;
  readonly territory_id: number;
  readonly agreement_id: string | null;
  readonly commitment: CommitmentStanding;
  readonly standing: InstanceStanding;
  readonly due_on: string;
  readonly paused_from: string | null;
  readonly verify_by: string | null;
  readonly noticed_on: string | null;
  readonly cure_by: string | null;
  readonly cured_on: string | null;
  readonly breached_on: string | null;
  readonly replied_on: string | null;
};

export type DueQuestion = {
  readonly side: DueSide;
  readonly mine: readonly string[];
  readonly owedTogether: readonly string[];
  /** What falls due later asks nothing yet. */
  readonly until: string;
  readonly today: string;
  readonly limit: number;
};

const undelivered = sql`i.standing in ('not-started', 'in-progress', 'sent-back')`;

/** The due dates that may ask something on one side, the earliest first. */
export async function listDueWork(tx: Transaction, question: DueQuestion): Promise<DueRow[]> {
  if (question.side !== 'oversee' && question.mine.length === 0) return [];
  const { rows } = await sql<DueRow>`
    select i.id, i.commitment_id, c.what, c.is_public, c.example, i.where_id as territory_id, i.agreement_id,
      i.commitment_standing as commitment, i.standing, i.due_on, i.paused_from, i.verify_by, i.noticed_on, i.cure_by, i.cured_on,
      i.breached_on, i.replied_on
    from commitment_instance i join commitment c on c.id = i.commitment_id left join agreement a on a.id = i.agreement_id
    where ${conditionOf(question)} order by i.due_on, i.id limit ${question.limit}`.execute(tx);
  return rows;
}

// Equality of ids reaches an index under row security; overlap of lists does not.
function conditionOf({ side, mine, owedTogether, until, today }: DueQuestion): RawBuilder<unknown> {
  const party = sql`${[...mine]}::uuid[]`;
  if (side === 'verify')
    return sql`i.verifier_id = any(${party}) and i.standing = 'delivered' and i.commitment_standing = 'agreed'`;
  if (side === 'owe')
    return sql`(i.obligor_id = any(${party}) or i.commitment_id = any(${[...owedTogether]}::uuid[])) and ${undelivered}
      and i.commitment_standing in ('agreed', 'proposed') and (i.due_on <= ${until}::date or i.noticed_on is not null or i.standing = 'sent-back')`;
  return sql`i.commitment_standing = 'agreed' and i.paused_from is null
    and ((i.standing = 'delivered' and i.verify_by < ${today}::date) or (${undelivered} and i.due_on < ${today}::date))
    and app_may('oversee_agreement', i.territory_id, a.commission_structure_id)`;
}
