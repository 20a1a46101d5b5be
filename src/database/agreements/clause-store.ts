import type { Insertable, Updateable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';

export async function insertClauses(
  tx: Transaction,
  clauses: readonly Insertable<DB['agreement_clause']>[],
): Promise<void> {
  if (clauses.length > 0)
    await tx
      .insertInto('agreement_clause')
      .values([...clauses])
      .execute();
}

/** Changes a clause that is still at the version that was edited; false when it is not. */
export async function updateClauseRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  change: Omit<Updateable<DB['agreement_clause']>, 'id' | 'version' | 'agreement_id'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('agreement_clause')
    .set({ ...change, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Puts the clauses of an agreement in this order. Their place is no part of what they say, hence no new version. */
export async function placeClauses(tx: Transaction, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries())
    await tx.updateTable('agreement_clause').set({ position }).where('id', '=', id).execute();
}

/** Keeps what a clause says now as one of its editions. Editions are never changed. */
export async function insertClauseEditions(
  tx: Transaction,
  editions: readonly Insertable<DB['agreement_clause_edition']>[],
): Promise<void> {
  if (editions.length > 0)
    await tx
      .insertInto('agreement_clause_edition')
      .values([...editions])
      .execute();
}
