import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { Block } from '#domain/analysis/dashboard.ts';

export type Dashboard = { readonly blocks: readonly Block[]; readonly version: number };

/** What somebody put on their dashboard; undefined for whoever changed nothing. */
export async function findDashboard(tx: Transaction, accountId: string): Promise<Dashboard | undefined> {
  const row = await tx
    .selectFrom('dashboard')
    .select(['blocks', 'version'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row && { blocks: row.blocks as unknown as Block[], version: row.version };
}

/** Version 1 is that of whoever changed nothing, as if it had been written. */
export const unchanged = 1;

/** Keeps a dashboard where the version is still the one that was edited; false where it is not. */
export async function keepDashboard(
  tx: Transaction,
  accountId: string,
  given: { readonly blocks: readonly Block[]; readonly version: number },
): Promise<boolean> {
  const blocks = JSON.stringify(given.blocks);
  const changed = await tx
    .updateTable('dashboard')
    .set({ blocks, version: given.version + 1, updated_at: sql`now()` })
    .where('account_id', '=', accountId)
    .where('version', '=', given.version)
    .executeTakeFirst();
  if (changed.numUpdatedRows > 0n) return true;
  if (given.version !== unchanged) return false;
  const made = await tx
    .insertInto('dashboard')
    .values({ account_id: accountId, blocks, version: unchanged + 1 })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}
