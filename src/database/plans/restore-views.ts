import { sql } from 'kysely';
import { anyOf } from '#database/any-of.ts';
import type { Transaction } from '#database/connection.ts';

/** Of organisations or needs that an edition names, which one each is today: whoever was merged is stood for by whom they were merged into. */
export async function findStandingFor(
  tx: Transaction,
  table: 'organisation' | 'need',
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ asked: string; id: string }>`
    with recursive line (asked, id, merged_into) as (
      select id, id, merged_into from ${sql.table(table)} where id = ${anyOf(ids)}
      union all
      select l.asked, o.id, o.merged_into from line l join ${sql.table(table)} o on o.id = l.merged_into)
    select asked, id from line where merged_into is null`.execute(tx);
  return new Map(rows.map((row) => [row.asked, row.id]));
}

/** Of structures that an edition names, those that are still there. */
export async function findStructuresLeft(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.selectFrom('structure').select('id').where('id', '=', anyOf(ids)).execute();
  return new Set(rows.map(({ id }) => id));
}

/** The remarks on an amendment that was given up are about nothing any more. */
export async function settleRemarksOf(tx: Transaction, planId: string): Promise<void> {
  await tx
    .updateTable('plan_remark')
    .set((eb) => ({ standing: 'settled', version: eb('version', '+', 1) }))
    .where('plan_id', '=', planId)
    .where('standing', '<>', 'settled')
    .execute();
}
