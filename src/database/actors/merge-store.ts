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

/** What a merge took along that nobody may change any more, or that is written beyond the caller's sight. */
export type CarriedAlong = Readonly<Record<string, unknown>>;

/**
 * Takes along the parts that an organisation has in strategies, approved ones too, what it remarked on them, and the lists that it
 * brought in. Undoing it goes from the kept to the absorbed, with what was carried along then.
 */
export const carryAlong = carriedBy('merge_carry_along');

/** Takes along what an organisation reports, reviews and counts; undoing it goes back with what was carried along then. */
export const carryFigures = carriedBy('merge_carry_figures');

function carriedBy(carry: 'merge_carry_along' | 'merge_carry_figures') {
  return async (
    tx: Transaction,
    from: string,
    to: string,
    back: CarriedAlong | null,
  ): Promise<CarriedAlong> => {
    const { rows } = await sql<{ carried: CarriedAlong }>`
      select ${sql.ref(carry)}(${from}::uuid, ${to}::uuid, ${back === null ? null : JSON.stringify(back)}::jsonb) as carried`.execute(
      tx,
    );
    return rows[0]?.carried ?? {};
  };
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
