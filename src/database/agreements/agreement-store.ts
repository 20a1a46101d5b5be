import { sql, type Insertable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';
import type { AgreementChange, NewAgreement } from './agreement-columns.ts';

export async function insertAgreement(tx: Transaction, agreement: NewAgreement): Promise<void> {
  await tx.insertInto('agreement').values(agreement).execute();
}

/** Changes an agreement that is still at the version that was edited; false when it is not. */
export async function updateAgreementRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  change: AgreementChange,
): Promise<boolean> {
  const result = await tx
    .updateTable('agreement')
    .set({ ...change, version: at.version + 1, updated_at: sql`now()` })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Deletes an agreement at the version that was seen, with all that belongs to it. */
export async function deleteAgreementRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
): Promise<boolean> {
  const result = await tx
    .deleteFrom('agreement')
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** Writes an act down. Acts are never changed. */
export async function insertAgreementAct(
  tx: Transaction,
  act: Insertable<DB['agreement_act']>,
): Promise<void> {
  await tx.insertInto('agreement_act').values(act).execute();
}

/** Writes several acts down at once. */
export async function insertAgreementActs(
  tx: Transaction,
  acts: readonly Insertable<DB['agreement_act']>[],
): Promise<void> {
  await tx
    .insertInto('agreement_act')
    .values([...acts])
    .execute();
}

/** What an agreement covers, answers and is aligned to, put in the place of what it was before. */
export async function replaceAgreementLinks(
  tx: Transaction,
  agreement: { readonly id: string; readonly territoryId: number },
  links: {
    readonly places: readonly number[];
    readonly needs: readonly string[];
    readonly threads: readonly string[];
  },
): Promise<void> {
  const { id, territoryId } = agreement;
  const row = { agreement_id: id, territory_id: territoryId };
  await tx.deleteFrom('agreement_territory').where('agreement_id', '=', id).execute();
  await tx.deleteFrom('agreement_need').where('agreement_id', '=', id).execute();
  await tx.deleteFrom('agreement_line').where('agreement_id', '=', id).execute();
  if (links.places.length > 0) {
    const rows = links.places.map((placeId) => ({ ...row, place_id: placeId }));
    await tx.insertInto('agreement_territory').values(rows).execute();
  }
  if (links.needs.length > 0) {
    const rows = links.needs.map((needId) => ({ ...row, need_id: needId }));
    await tx.insertInto('agreement_need').values(rows).execute();
  }
  if (links.threads.length > 0) {
    const rows = links.threads.map((threadId) => ({ ...row, thread_id: threadId }));
    await tx.insertInto('agreement_line').values(rows).execute();
  }
}

/** Keeps what an agreement is found by; no change of the agreement, hence no new version. */
export async function setFolded(tx: Transaction, id: string, folded: string): Promise<void> {
  await tx.updateTable('agreement').set({ folded }).where('id', '=', id).execute();
}
