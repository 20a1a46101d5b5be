import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { TargetFields } from '#domain/indicators/target.ts';

export type NewTarget = {
  readonly id: string;
  readonly indicatorId: number;
  readonly territoryId: number;
  readonly accountId: string | null;
  readonly fields: TargetFields;
};

/** Keeps a baseline or target; false where there is one of that territory, year and group already. */
export async function insertTarget(tx: Transaction, given: NewTarget): Promise<boolean> {
  const { fields } = given;
  const result = await tx
    .insertInto('indicator_target')
    .values({
      id: given.id,
      indicator_id: given.indicatorId,
      territory_id: given.territoryId,
      kind: fields.kind,
      year: fields.year,
      disaggregation_id: sql<number>`disaggregation_of(${JSON.stringify(fields.group)}::jsonb)`,
      value: fields.value,
      source: fields.source,
      note: fields.note,
      account_id: given.accountId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Corrects a target that is still at the version that was edited; false when it is not. */
export async function updateTargetRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  said: Pick<TargetFields, 'value' | 'source' | 'note'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('indicator_target')
    .set({ value: said.value, source: said.source, note: said.note, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deleteTargetRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
): Promise<boolean> {
  const result = await tx
    .deleteFrom('indicator_target')
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}
