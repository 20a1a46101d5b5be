import type { Insertable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';

export async function insertRemark(
  tx: Transaction,
  remark: Insertable<DB['agreement_remark']>,
): Promise<void> {
  await tx.insertInto('agreement_remark').values(remark).execute();
}

/** Answers or withdraws a remark that is still open at the version that was seen; false when it is not. */
export async function decideRemark(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  decision: {
    readonly standing: 'accepted' | 'refused' | 'withdrawn';
    readonly answer: string | null;
    readonly by: string | null;
    readonly at: Date;
  },
): Promise<boolean> {
  const result = await tx
    .updateTable('agreement_remark')
    .set({
      standing: decision.standing,
      answer: decision.answer,
      decided_by: decision.by,
      decided_at: decision.at,
      version: at.version + 1,
    })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .where('standing', '=', 'open')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Puts a budget in the place of the one before. */
export async function replaceBudget(
  tx: Transaction,
  agreementId: string,
  lines: readonly Insertable<DB['agreement_budget']>[],
): Promise<void> {
  await tx.deleteFrom('agreement_budget').where('agreement_id', '=', agreementId).execute();
  if (lines.length > 0)
    await tx
      .insertInto('agreement_budget')
      .values([...lines])
      .execute();
}

export async function insertApproval(
  tx: Transaction,
  approval: Insertable<DB['agreement_approval']>,
): Promise<void> {
  await tx.insertInto('agreement_approval').values(approval).execute();
}

/** Approvals are of one text: another text takes them back, and they stay readable as such. */
export async function takeBackApprovals(
  tx: Transaction,
  of: { readonly agreementId: string; readonly approvalId?: string },
  at: Date,
): Promise<number> {
  let query = tx
    .updateTable('agreement_approval')
    .set({ taken_back_at: at })
    .where('agreement_id', '=', of.agreementId)
    .where('taken_back_at', 'is', null);
  if (of.approvalId !== undefined) query = query.where('id', '=', of.approvalId);
  const result = await query.executeTakeFirst();
  return Number(result.numUpdatedRows);
}

export async function insertGate(tx: Transaction, gate: Insertable<DB['agreement_gate']>): Promise<void> {
  await tx.insertInto('agreement_gate').values(gate).execute();
}

/** Says which file is the paper of an approving act. */
export async function setApprovalFile(tx: Transaction, id: string, fileId: string): Promise<void> {
  await tx.updateTable('agreement_approval').set({ file_id: fileId }).where('id', '=', id).execute();
}

/** Says which file is the paper of what was done outside the text. */
export async function setGateFile(tx: Transaction, id: string, fileId: string): Promise<void> {
  await tx.updateTable('agreement_gate').set({ file_id: fileId }).where('id', '=', id).execute();
}
