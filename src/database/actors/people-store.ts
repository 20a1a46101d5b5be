import { sql, type Insertable, type Updateable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';

export async function insertPerson(tx: Transaction, row: Insertable<DB['person']>): Promise<void> {
  await tx.insertInto('person').values(row).execute();
}

/** Changes a person who is still at the version that was edited; false when not. */
export async function updatePersonRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  values: Updateable<DB['person']>,
): Promise<boolean> {
  const result = await tx
    .updateTable('person')
    .set({ ...values, version: at.version + 1, updated_at: sql`now()` })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deletePersonRow(tx: Transaction, id: string, version: number): Promise<boolean> {
  await tx.deleteFrom('contact_point').where('person_id', '=', id).execute();
  const result = await tx
    .deleteFrom('person')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

export async function insertContact(tx: Transaction, row: Insertable<DB['contact_point']>): Promise<void> {
  await tx.insertInto('contact_point').values(row).execute();
}

/** Changes a contact that is still at the version that was edited; false when not. */
export async function updateContactRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  values: Updateable<DB['contact_point']>,
): Promise<boolean> {
  const result = await tx
    .updateTable('contact_point')
    .set({ ...values, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Whose contacts they are for row security follows the person to another organisation. */
export async function moveContacts(
  tx: Transaction,
  personId: string,
  organisationId: string | null,
): Promise<void> {
  await tx
    .updateTable('contact_point')
    .set({ of_organisation_id: organisationId })
    .where('person_id', '=', personId)
    .execute();
}

export async function deleteContactRow(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('contact_point').where('id', '=', id).execute();
}
