import type { Insertable, Updateable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';

export async function insertAgreementParties(
  tx: Transaction,
  parties: readonly Insertable<DB['agreement_party']>[],
): Promise<void> {
  if (parties.length > 0)
    await tx
      .insertInto('agreement_party')
      .values([...parties])
      .execute();
}

/** Changes a party that is still at the version that was edited; false when it is not. */
export async function updateAgreementPartyRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  change: Omit<Updateable<DB['agreement_party']>, 'id' | 'version' | 'agreement_id'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('agreement_party')
    .set({ ...change, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deleteAgreementPartyRow(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('agreement_party').where('id', '=', id).execute();
}

/** Takes every confirmation and approval of a text back: the text is another. */
export async function takeBackConfirmations(tx: Transaction, agreementId: string): Promise<number> {
  const result = await tx
    .updateTable('agreement_party')
    .set((eb) => ({ standing: 'invited', confirmed_hash: null, version: eb('version', '+', 1) }))
    .where('agreement_id', '=', agreementId)
    .where('standing', 'in', ['confirmed', 'approved'])
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** The arrays that row security reads, made from the parties as they are now; in the transaction that changes them. */
export async function keepPartyArrays(tx: Transaction, agreementId: string): Promise<void> {
  const rows = await tx
    .selectFrom('agreement_party')
    .select(['organisation_id', 'structure_id', 'territory_id'])
    .where('agreement_id', '=', agreementId)
    .where('standing', '<>', 'withdrawn')
    .orderBy('position')
    .orderBy('id')
    .execute();
  await tx
    .updateTable('agreement')
    .set({
      parties: rows.flatMap((row) => row.organisation_id ?? row.structure_id ?? []),
      party_territories: rows.map((row) => row.territory_id),
    })
    .where('id', '=', agreementId)
    .execute();
}
