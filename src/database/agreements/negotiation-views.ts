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

/** The remarks and proposals on a clause, or on all of an agreement; only for its parties and those who oversee it. */
export async function findRemarks(
  tx: Transaction,
  of: { readonly agreementId: string; readonly clauseId?: string },
) {
  let query = tx.selectFrom('agreement_remark').selectAll().where('agreement_id', '=', of.agreementId);
  if (of.clauseId !== undefined) query = query.where('clause_id', '=', of.clauseId);
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
}

export async function findRemark(tx: Transaction, id: string) {
  return tx.selectFrom('agreement_remark').selectAll().where('id', '=', id).executeTakeFirst();
}

export type RemarkRow = NonNullable<Awaited<ReturnType<typeof findRemark>>>;

export async function findApproval(tx: Transaction, id: string) {
  return tx.selectFrom('agreement_approval').selectAll().where('id', '=', id).executeTakeFirst();
}

/** What else hangs from an agreement, by kind: with any of it a draft is no longer nobody's. */
export async function countAgreementConsequences(
  tx: Transaction,
  id: string,
): Promise<Record<string, number>> {
  const { rows } = await sql<{ children: number; commitments: number; files: number }>`
    select (select count(*)::int from agreement where parent_id = ${id}::uuid) as children,
      jsonb_array_length(agreement_commitments(${id}::uuid)) as commitments,
      (select count(*)::int from attached_file where agreement_id = ${id}::uuid) as files`.execute(tx);
  return { ...rows[0] };
}

/** What hangs from a party of an agreement: its contributions, remarks and acts. */
export async function countUsesOfParty(tx: Transaction, partyId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select ((select count(*) from agreement_budget where party_id = ${partyId}::uuid)
      + (select count(*) from agreement_remark where party_id = ${partyId}::uuid)
      + (select count(*) from agreement_clause_edition where party_id = ${partyId}::uuid)
      + (select count(*) from agreement_act where party_id = ${partyId}::uuid)
      + (select count(*) from agreement_approval where party_id = ${partyId}::uuid))::int as count`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}
