import type { Transaction } from '#database/connection.ts';

/** The account that has a username, open or not. */
export async function findAccountIdByUsername(
  tx: Transaction,
  username: string,
): Promise<string | undefined> {
  const row = await tx.selectFrom('account').select('id').where('username', '=', username).executeTakeFirst();
  return row?.id;
}

/** The territories that are countries. */
export function listCountryPlaces(tx: Transaction): Promise<{ territoryId: number }[]> {
  return tx
    .selectFrom('territory')
    .select('id as territoryId')
    .where('parent_id', 'is', null)
    .where('valid_to', 'is', null)
    .execute();
}
