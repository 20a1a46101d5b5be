import { sql, type Insertable, type Updateable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';
import type { NeedFields } from '#domain/diagnosis/need.ts';
import type { NeedStanding } from '#domain/diagnosis/vocabulary.ts';
import { columnsOf } from './need-columns.ts';

export type NewNeed = {
  readonly id: string;
  readonly country: string;
  readonly territoryId: number;
  readonly standing: NeedStanding;
  readonly standingOn: string;
  readonly origin: 'person' | 'import' | 'pack';
  readonly example?: boolean;
  readonly fields: NeedFields;
};

export async function insertNeed(tx: Transaction, need: NewNeed): Promise<void> {
  await tx
    .insertInto('need')
    .values({
      id: need.id,
      country: need.country,
      territory_id: need.territoryId,
      standing: need.standing,
      standing_on: need.standingOn,
      origin: need.origin,
      example: need.example ?? false,
      ...columnsOf(need.fields),
    })
    .execute();
}

export type NeedChangeOfColumns = {
  readonly fields?: NeedFields;
  readonly standing?: NeedStanding;
  readonly standingReason?: string | null;
  readonly standingOn?: string;
  readonly mergedInto?: string | null;
};

/** Changes a need that is still at the version that was edited; false when it is not. */
export async function updateNeedRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  change: NeedChangeOfColumns,
): Promise<boolean> {
  const values: Updateable<DB['need']> = { ...(change.fields ? columnsOf(change.fields) : {}) };
  if (change.standing !== undefined) {
    values.standing = change.standing;
    values.standing_reason = change.standingReason ?? null;
    values.merged_into = change.mergedInto ?? null;
    if (change.standingOn !== undefined) values.standing_on = change.standingOn;
  }
  const result = await tx
    .updateTable('need')
    .set({ ...values, version: at.version + 1, updated_at: sql`now()` })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Deletes a need at the version that was seen, with what was done to it. */
export async function deleteNeedRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
): Promise<boolean> {
  const result = await tx
    .deleteFrom('need')
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

export async function insertNeedAct(tx: Transaction, act: Insertable<DB['need_act']>): Promise<void> {
  await tx.insertInto('need_act').values(act).execute();
}

export async function insertNeedMerge(tx: Transaction, row: Insertable<DB['need_merge']>): Promise<void> {
  await tx.insertInto('need_merge').values(row).execute();
}

/** What names an absorbed need, by kind, so that it can be given back. */
export type MovedWithNeed = { readonly planActions?: readonly string[] };

/**
 * Lets what names one need name another, also where the caller does not see it; only those named, when some are.
 * Gives back what moved.
 */
export async function moveWhatNamesNeed(
  tx: Transaction,
  from: string,
  to: string,
  only: MovedWithNeed | null,
): Promise<MovedWithNeed> {
  const actions = only === null ? null : [...(only.planActions ?? [])];
  const { rows } = await sql<{ moved: string[] }>`
    select plans_move_need(${from}::uuid, ${to}::uuid, ${actions}::uuid[]) as moved`.execute(tx);
  return { planActions: rows[0]?.moved ?? [] };
}

export async function markNeedMergeUndone(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.updateTable('need_merge').set({ undone_at: at }).where('id', '=', id).execute();
}

/** Whether the example's needs of a country were loaded before, also where people deleted some since. */
export async function hasExampleNeeds(tx: Transaction, country: string): Promise<boolean> {
  const row = await tx
    .selectFrom('need')
    .select('id')
    .where('country', '=', country)
    .where('example', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
