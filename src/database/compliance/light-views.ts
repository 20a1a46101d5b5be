import { sql, type Insertable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';

/** What a light is of, where it belongs, and what is known of its template. */
export type LightSubject = {
  readonly id: string;
  readonly territory_id: number;
  readonly title: string;
  readonly thresholds: unknown;
};

/** An agreement, commitment or plan that the caller sees, as far as its light needs it. */
export async function findLightSubject(
  tx: Transaction,
  kind: 'agreement' | 'commitment' | 'plan',
  id: string,
): Promise<LightSubject | undefined> {
  const statements = {
    agreement: sql<LightSubject>`select a.id, a.territory_id, a.title, t.content -> 'lightThresholds' as thresholds
      from agreement a left join agreement_template t on t.id = a.template_id where a.id = ${id}`,
    commitment: sql<LightSubject>`select id, territory_id, what as title, null as thresholds from commitment where id = ${id}`,
    plan: sql<LightSubject>`select id, territory_id, title, null as thresholds from plan where id = ${id}`,
  };
  const { rows } = await statements[kind].execute(tx);
  return rows[0];
}

/** The lights that somebody set for a subject, in the order in which they were set. */
export async function findOverrides(tx: Transaction, subjectId: string) {
  return tx
    .selectFrom('light_override')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function findOverride(tx: Transaction, id: string) {
  return tx.selectFrom('light_override').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function insertOverride(tx: Transaction, row: Insertable<DB['light_override']>): Promise<void> {
  await tx.insertInto('light_override').values(row).execute();
}

/** Ends an override before its day; false when it had ended already. */
export async function endOverride(tx: Transaction, id: string, at: Date): Promise<boolean> {
  const result = await tx
    .updateTable('light_override')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
