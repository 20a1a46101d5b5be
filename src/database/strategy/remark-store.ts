import type { Insertable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';

/** The remarks on a version, the latest first. */
export async function listRemarks(tx: Transaction, versionId: string) {
  return tx
    .selectFrom('strategy_remark')
    .selectAll()
    .where('version_id', '=', versionId)
    .orderBy('id', 'desc')
    .limit(1000)
    .execute();
}

export async function findRemark(tx: Transaction, id: string) {
  return tx.selectFrom('strategy_remark').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function insertRemark(tx: Transaction, row: Insertable<DB['strategy_remark']>): Promise<void> {
  await tx.insertInto('strategy_remark').values(row).execute();
}

/** Writes the answer to a remark that still is at the version that was seen; false when it is not. */
export async function answerRemarkRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  said: { readonly answer: string; readonly at: Date },
): Promise<boolean> {
  const result = await tx
    .updateTable('strategy_remark')
    .set({ answer: said.answer, answered_at: said.at, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
