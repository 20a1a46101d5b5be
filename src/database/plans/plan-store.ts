import { sql, type Insertable, type Updateable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';

type At = { readonly id: string; readonly version: number };

export async function insertPlan(tx: Transaction, row: Insertable<DB['plan']>): Promise<void> {
  await tx.insertInto('plan').values(row).execute();
}

/** Changes a plan that is still at the version that was seen; false when it is not. */
export async function updatePlanRow(
  tx: Transaction,
  at: At,
  change: Updateable<DB['plan']>,
): Promise<boolean> {
  const result = await tx
    .updateTable('plan')
    .set({ ...change, version: at.version + 1, updated_at: sql`now()` })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertPlanAct(tx: Transaction, act: Insertable<DB['plan_act']>): Promise<void> {
  await tx.insertInto('plan_act').values(act).execute();
}

export async function insertPlanEdition(tx: Transaction, row: Insertable<DB['plan_edition']>): Promise<void> {
  await tx.insertInto('plan_edition').values(row).execute();
}

export type Deletion = 'deleted' | 'stale' | 'depended-upon';

/** Deletes a draft at the version that was seen, with what was written in it. What was done to it stays in the trail. */
export async function deletePlanRow(tx: Transaction, at: At): Promise<Deletion> {
  return deletionOf(async () => {
    const { rows } = await sql<{ deleted: boolean }>`
      select plans_delete_draft(${at.id}::uuid, ${at.version}::int) as deleted`.execute(tx);
    return rows[0]?.deleted ?? false;
  });
}

export async function insertProgramme(tx: Transaction, row: Insertable<DB['plan_programme']>): Promise<void> {
  await tx.insertInto('plan_programme').values(row).execute();
}

export async function updateProgrammeRow(
  tx: Transaction,
  at: At,
  change: Updateable<DB['plan_programme']>,
): Promise<boolean> {
  const result = await tx
    .updateTable('plan_programme')
    .set({ ...change, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Its actions stay in the plan, outside of any programme. */
export async function deleteProgrammeRow(tx: Transaction, at: At): Promise<boolean> {
  const result = await tx
    .deleteFrom('plan_programme')
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

export async function insertRemark(tx: Transaction, row: Insertable<DB['plan_remark']>): Promise<void> {
  await tx.insertInto('plan_remark').values(row).execute();
}

export async function updateRemarkRow(
  tx: Transaction,
  at: At,
  change: Updateable<DB['plan_remark']>,
): Promise<boolean> {
  const result = await tx
    .updateTable('plan_remark')
    .set({ ...change, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Something else names it: foreign_key_violation. */
export async function deletionOf(remove: () => Promise<boolean>): Promise<Deletion> {
  try {
    return (await remove()) ? 'deleted' : 'stale';
  } catch (fault) {
    if ((fault as { code?: unknown } | null)?.code === '23503') return 'depended-upon';
    throw fault;
  }
}
