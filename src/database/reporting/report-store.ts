import { sql, type Insertable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';
import type { Answer } from '#domain/reporting/answer.ts';
import type { Stand } from '#domain/reporting/report-standing.ts';

/** Lets whoever else would change a report wait until this transaction is done: what is read from here on is how it stands. */
export async function lockReport(tx: Transaction, id: string): Promise<void> {
  await tx.selectFrom('report').select('id').where('id', '=', id).forUpdate().execute();
}

type SavedAnswer = {
  readonly reportId: string;
  readonly cell: string;
  /** The version that was seen; null where there was no answer; undefined where whoever saves did not look. */
  readonly seen: number | null | undefined;
  readonly accountId: string | null;
};

/** Saves one answer, or takes it back; false where somebody else saved another in between. */
export async function saveAnswer(tx: Transaction, at: SavedAnswer, answer: Answer | null): Promise<boolean> {
  const { reportId, cell, seen, accountId } = at;
  const seenMatches =
    seen === undefined ? sql<boolean>`true` : sql<boolean>`report_answer.version = ${seen ?? 0}`;
  if (answer === null) {
    const gone = await tx
      .deleteFrom('report_answer')
      .where('report_id', '=', reportId)
      .where('cell', '=', cell)
      .where(seenMatches)
      .executeTakeFirst();
    return gone.numDeletedRows === 1n || !(await hasAnswer(tx, reportId, cell));
  }
  const { rows } = await sql<{ version: number }>`
    insert into report_answer (report_id, cell, state, number, text, account_id)
    values (${reportId}::uuid, ${cell}, ${answer.state}, ${answer.number}, ${answer.text}, ${accountId}::uuid)
    on conflict (report_id, cell) do update set state = excluded.state, number = excluded.number, text = excluded.text,
      account_id = excluded.account_id, version = report_answer.version + 1, answered_at = now()
      where ${seenMatches}
    returning version`.execute(tx);
  return rows.length === 1;
}

async function hasAnswer(tx: Transaction, reportId: string, cell: string): Promise<boolean> {
  const row = await tx
    .selectFrom('report_answer')
    .select('cell')
    .where('report_id', '=', reportId)
    .where('cell', '=', cell)
    .executeTakeFirst();
  return row !== undefined;
}

/** Lets a report stand differently where it is still at the version that was seen; false where it is not. */
export async function updateReport(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  change: Stand & { readonly firstSentOn?: string | null },
): Promise<boolean> {
  const result = await tx
    .updateTable('report')
    .set({
      standing: change.standing,
      step: change.step,
      ...(change.firstSentOn === undefined ? {} : { first_sent_on: change.firstSentOn }),
      version: at.version + 1,
      updated_at: sql`now()`,
    })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertReportAct(tx: Transaction, act: Insertable<DB['report_act']>): Promise<void> {
  await tx.insertInto('report_act').values(act).execute();
}

export async function insertRemarks(
  tx: Transaction,
  rows: readonly Insertable<DB['report_remark']>[],
): Promise<void> {
  if (rows.length > 0) await tx.insertInto('report_remark').values(rows).execute();
}

/** Opens the batch in which the values of a report are written. @returns its number */
export async function openReportBatch(tx: Transaction, reportId: string, isFinal: boolean): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select report_open_batch(${reportId}::uuid, ${isFinal}) as id`.execute(tx);
  const [made] = rows;
  if (!made) throw new Error('no batch was opened');
  return made.id;
}

/** Says that the values of a report are final or provisional, or takes what it said last back. */
export async function settleReport(
  tx: Transaction,
  reportId: string,
  outcome: 'final' | 'provisional' | 'withdrawn',
): Promise<void> {
  await sql`select report_settle(${reportId}::uuid, ${outcome})`.execute(tx);
}
