import type { Transaction } from '#database/connection.ts';
import { insertAccount, insertRole, type NewAccount, type NewRole } from './account-store.ts';

/** Of these accounts, those that are there. */
export async function accountsThere(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.selectFrom('account').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
}

/** Of these roles, those that are there, ended or not. */
export async function rolesThere(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.selectFrom('role_assignment').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
}

/** A territory by its code, the country itself by the empty one. */
export async function findTerritoryOf(
  tx: Transaction,
  country: string,
  code: string,
): Promise<number | undefined> {
  const row = await tx
    .selectFrom('territory')
    .select('id')
    .where('country', '=', country)
    .where('code', '=', code === '' ? country : code)
    .where('valid_to', 'is', null)
    .executeTakeFirst();
  return row?.id;
}

export async function findOrganisationOf(
  tx: Transaction,
  country: string,
  key: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('organisation')
    .select('id')
    .where('country', '=', country)
    .where('pack_key', '=', key)
    .executeTakeFirst();
  return row?.id;
}

export async function insertExampleAccount(tx: Transaction, account: NewAccount): Promise<void> {
  await insertAccount(tx, { ...account, example: true });
}

export async function insertExampleRole(tx: Transaction, role: NewRole): Promise<void> {
  await insertRole(tx, role);
}
