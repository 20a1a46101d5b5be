import { sql, type Insertable, type Updateable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';

export async function insertStructure(tx: Transaction, row: Insertable<DB['structure']>): Promise<void> {
  await tx.insertInto('structure').values(row).execute();
}

/** Changes a structure that is still at the version that was edited; false when not. */
export async function updateStructureRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  values: Updateable<DB['structure']>,
): Promise<boolean> {
  const result = await tx
    .updateTable('structure')
    .set({ ...values, version: at.version + 1, updated_at: sql`now()` })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Deletes a structure at the version that was seen, with its seats; nobody ever sat on them. */
export async function deleteStructureRow(tx: Transaction, id: string, version: number): Promise<boolean> {
  await tx.deleteFrom('seat').where('structure_id', '=', id).execute();
  const result = await tx
    .deleteFrom('structure')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

export async function insertSeat(tx: Transaction, row: Insertable<DB['seat']>): Promise<void> {
  await tx.insertInto('seat').values(row).execute();
}

/** Changes a seat that is still at the version that was edited; false when not. */
export async function updateSeatRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  values: Updateable<DB['seat']>,
): Promise<boolean> {
  const result = await tx
    .updateTable('seat')
    .set({ ...values, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deleteSeatRow(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('seat').where('id', '=', id).execute();
}

export async function insertSeatTerm(tx: Transaction, row: Insertable<DB['seat_term']>): Promise<void> {
  await tx.insertInto('seat_term').values(row).execute();
}

export async function endSeatTermRow(tx: Transaction, id: string, on: string): Promise<void> {
  await tx.updateTable('seat_term').set({ valid_to: on }).where('id', '=', id).execute();
}

export async function deleteSeatTermRow(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('seat_term').where('id', '=', id).execute();
}

/** Ends every term on a structure's seats as of a day. */
export async function endTermsOfStructure(tx: Transaction, structureId: string, on: string): Promise<void> {
  await tx
    .updateTable('seat_term')
    .set({ valid_to: on })
    .where('structure_id', '=', structureId)
    .where('valid_from', '<', on)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', on)]))
    .execute();
}
