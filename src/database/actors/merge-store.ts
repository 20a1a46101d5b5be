import { sql, type Insertable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';

export async function insertMerge(tx: Transaction, row: Insertable<DB['merge_record']>): Promise<void> {
  await tx.insertInto('merge_record').values(row).execute();
}

export async function markMergeUndone(
  tx: Transaction,
  id: string,
  by: string | null,
  at: Date,
): Promise<void> {
  await tx.updateTable('merge_record').set({ undone_at: at, undone_by: by }).where('id', '=', id).execute();
}

export type MovedAccounts = { readonly accounts: readonly string[]; readonly roles: readonly string[] };

/** Moves the accounts and roles of one organisation to another; only those named, when some are. */
export async function moveAccounts(
  tx: Transaction,
  from: string,
  to: string,
  only: MovedAccounts | null,
): Promise<MovedAccounts> {
  const accounts = only === null ? null : [...only.accounts];
  const roles = only === null ? null : [...only.roles];
  const { rows } = await sql<{ moved: MovedAccounts }>`
    select actors_move_accounts(${from}::uuid, ${to}::uuid, ${accounts}::uuid[], ${roles}::uuid[]) as moved`.execute(
    tx,
  );
  return rows[0]?.moved ?? { accounts: [], roles: [] };
}
