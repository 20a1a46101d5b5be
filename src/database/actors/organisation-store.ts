import { sql, type Insertable, type Updateable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';

export async function insertOrganisation(
  tx: Transaction,
  row: Insertable<DB['organisation']>,
): Promise<void> {
  await tx.insertInto('organisation').values(row).execute();
}

/** Changes an organisation that is still at the version that was edited; false when it is not. */
export async function updateOrganisationRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  values: Updateable<DB['organisation']>,
): Promise<boolean> {
  const result = await tx
    .updateTable('organisation')
    .set({ ...values, version: at.version + 1, updated_at: sql`now()` })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Deletes an organisation at the version that was seen, with its contacts. */
export async function deleteOrganisationRow(tx: Transaction, id: string, version: number): Promise<boolean> {
  await tx.deleteFrom('contact_point').where('organisation_id', '=', id).execute();
  const result = await tx
    .deleteFrom('organisation')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** Keeps a name that was; one that returns and goes again keeps its last dates. */
export async function insertFormerName(
  tx: Transaction,
  row: Insertable<DB['organisation_name']>,
): Promise<void> {
  await tx
    .insertInto('organisation_name')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'name']).doUpdateSet((eb) => ({
        valid_from: eb.ref('excluded.valid_from'),
        valid_to: eb.ref('excluded.valid_to'),
        reason: eb.ref('excluded.reason'),
      })),
    )
    .execute();
}

export async function insertSuccession(
  tx: Transaction,
  row: Insertable<DB['organisation_succession']>,
): Promise<void> {
  await tx
    .insertInto('organisation_succession')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['predecessor_id', 'successor_id']).doUpdateSet((eb) => ({
        on_date: eb.ref('excluded.on_date'),
        kind: eb.ref('excluded.kind'),
        note: eb.ref('excluded.note'),
      })),
    )
    .execute();
}

/** Ends the offices, authorities and work of an organisation that ceased to exist, as of a day. */
export async function endWhatAnOrganisationHeld(tx: Transaction, id: string, on: string): Promise<void> {
  const open = sql<boolean>`(valid_to is null or valid_to > ${on}::date) and (valid_from is null or valid_from < ${on}::date)`;
  await tx
    .updateTable('post')
    .set({ valid_to: on, version: sql`version + 1` })
    .where('organisation_id', '=', id)
    .where(open)
    .execute();
  await tx
    .updateTable('territory_authority')
    .set({ valid_to: on })
    .where('organisation_id', '=', id)
    .where(open)
    .execute();
  await tx
    .updateTable('prevention_work')
    .set({ valid_to: on, version: sql`version + 1` })
    .where('organisation_id', '=', id)
    .where(open)
    .execute();
}

export async function findAuthority(tx: Transaction, id: string) {
  return tx.selectFrom('territory_authority').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Says who governs; false when that was said already. */
export async function insertAuthority(
  tx: Transaction,
  row: Insertable<DB['territory_authority']>,
): Promise<boolean> {
  const result = await tx
    .insertInto('territory_authority')
    .values(row)
    .onConflict((conflict) => conflict.columns(['territory_id', 'organisation_id', 'kind']).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) === 1n;
}

export async function endAuthorityRow(tx: Transaction, id: string, on: string): Promise<void> {
  await tx.updateTable('territory_authority').set({ valid_to: on }).where('id', '=', id).execute();
}
