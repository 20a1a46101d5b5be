import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';

/** Puts the commitments that an addendum added under the agreement that it hangs on. */
export async function moveCommitments(tx: Transaction, fromId: string, toId: string): Promise<void> {
  await tx
    .updateTable('commitment')
    .set((eb) => ({ agreement_id: toId, version: eb('version', '+', 1), updated_at: sql`now()` }))
    .where('agreement_id', '=', fromId)
    .execute();
}

/** Passes one commitment on to another agreement. */
export async function passCommitmentOn(tx: Transaction, commitmentId: string, toId: string): Promise<void> {
  await tx
    .updateTable('commitment')
    .set((eb) => ({ agreement_id: toId, version: eb('version', '+', 1), updated_at: sql`now()` }))
    .where('id', '=', commitmentId)
    .execute();
}

/** Makes others that change the same agreement wait until this transaction is over. */
export async function lockAgreement(tx: Transaction, id: string): Promise<void> {
  await tx.selectFrom('agreement').select('id').where('id', '=', id).forUpdate().execute();
}
