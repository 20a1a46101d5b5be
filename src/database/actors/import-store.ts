import type { Insertable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';

export async function insertImportRun(tx: Transaction, row: Insertable<DB['import_run']>): Promise<void> {
  await tx.insertInto('import_run').values(row).execute();
}

export async function findImportRun(tx: Transaction, id: string) {
  return tx.selectFrom('import_run').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function markImportRevoked(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('import_run')
    .set({ standing: 'revoked', revoked_at: at })
    .where('id', '=', id)
    .execute();
}
