import type { Insertable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';

/** What somebody said that a territory does not have. */
export async function findAbsences(tx: Transaction, territoryId: number) {
  return tx
    .selectFrom('actor_absence')
    .select(['norm_id', 'on_date', 'note'])
    .where('territory_id', '=', territoryId)
    .execute();
}

/** Says it; again with another day or note replaces what was said. */
export async function saveAbsence(tx: Transaction, row: Insertable<DB['actor_absence']>): Promise<void> {
  const { on_date, note, account_id } = row;
  await tx
    .insertInto('actor_absence')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['territory_id', 'norm_id']).doUpdateSet({ on_date, note, account_id }),
    )
    .execute();
}

export async function deleteAbsence(tx: Transaction, territoryId: number, normId: string): Promise<void> {
  await tx
    .deleteFrom('actor_absence')
    .where('territory_id', '=', territoryId)
    .where('norm_id', '=', normId)
    .execute();
}
