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

/** The countries of which nobody was ever made administrator. */
export function listCountriesNeverAdministered(tx: Transaction): Promise<{ territoryId: number }[]> {
  return tx
    .selectFrom('territory')
    .select('id as territoryId')
    .where('parent_id', 'is', null)
    .where('valid_to', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('role_assignment')
            .select('role_assignment.id')
            .where('role', '=', 'national-admin')
            .whereRef('role_assignment.territory_id', '=', 'territory.id'),
        ),
      ),
    )
    .execute();
}
