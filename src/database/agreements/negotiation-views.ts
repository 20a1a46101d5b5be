import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';

/** How many remarks on each clause wait for an answer, as far as the caller may see them. */
export async function findOpenRemarkCounts(
  tx: Transaction,
  agreementId: string,
): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('agreement_remark')
    .select((eb) => ['clause_id', eb.fn.countAll<string>().as('count')])
    .where('agreement_id', '=', agreementId)
    .where('standing', '=', 'open')
    .groupBy('clause_id')
    .execute();
  return new Map(rows.map((row) => [row.clause_id ?? '', Number(row.count)]));
}

/** The approving acts of the parties, in the order in which they came. */
export async function findApprovals(tx: Transaction, agreementId: string) {
  return tx
    .selectFrom('agreement_approval')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('on_date')
    .orderBy('id')
    .execute();
}

/** What was done outside the agreement and has to be there: the memorandum, the legal report, the consultation. */
export async function findGates(tx: Transaction, agreementId: string) {
  return tx
    .selectFrom('agreement_gate')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('on_date')
    .orderBy('id')
    .execute();
}

/** The commitments of an agreement that the caller may see, in order of their day. */
export async function findShownCommitments(tx: Transaction, agreementId: string) {
  return tx
    .selectFrom('commitment as c')
    .leftJoin('organisation as o', 'o.id', 'c.obligor_organisation_id')
    .leftJoin('structure as s', 's.id', 'c.obligor_structure_id')
    .select([
      'c.id',
      'c.what',
      'c.due_on',
      'c.standing',
      sql<string | null>`coalesce(o.name, s.name)`.as('obligor'),
    ])
    .where('c.agreement_id', '=', agreementId)
    .where('c.standing', '<>', 'annulled')
    .orderBy('c.due_on')
    .orderBy('c.id')
    .execute();
}
