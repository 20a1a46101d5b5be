import { sql, type Insertable } from 'kysely';
import type { Database, Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';
import type { PulseAnswer, PulsePeople, PulseResults } from '#domain/surveys/pulse.ts';

const rounds = (tx: Transaction) =>
  tx
    .selectFrom('pulse_round as r')
    .leftJoin('structure as x', 'x.id', 'r.structure_id')
    .select([
      'r.id',
      'r.country',
      'r.territory_id as territoryId',
      'r.structure_id as structureId',
      'x.name as structureName',
      'r.title',
      'r.sectors',
      'r.people',
      'r.opens_on as opensOn',
      'r.closes_on as closesOn',
      'r.closed_at as closedAt',
      'r.answers',
      'r.results',
      'r.example',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof rounds>['execute']>>[number];

// Written by this room alone, by the same shapes.
function roundOf(row: Row) {
  return {
    ...row,
    people: row.people as unknown as PulsePeople,
    results: row.results as unknown as PulseResults | null,
  };
}

export type RoundRow = ReturnType<typeof roundOf>;

export async function findRound(tx: Transaction, id: string): Promise<RoundRow | undefined> {
  const row = await rounds(tx).where('r.id', '=', id).executeTakeFirst();
  return row && roundOf(row);
}

/** Rounds, the one that ends last first. */
export async function listRoundRows(
  tx: Transaction,
  within: { readonly low: number; readonly high: number } | null,
  page: { readonly after: string | null; readonly limit: number },
): Promise<RoundRow[]> {
  let query = rounds(tx).orderBy('r.closes_on', 'desc').orderBy('r.id', 'desc').limit(page.limit);
  if (within)
    query = query.where('r.territory_id', '>=', within.low).where('r.territory_id', '<=', within.high);
  if (page.after !== null)
    query = query.where(
      sql<boolean>`(r.closes_on, r.id) < (select a.closes_on, a.id from pulse_round a where a.id = ${page.after}::uuid)`,
    );
  return (await query.execute()).map(roundOf);
}

export async function insertRound(tx: Transaction, row: Insertable<DB['pulse_round']>): Promise<void> {
  await tx.insertInto('pulse_round').values(row).execute();
}

/** How many have answered, and nothing else. */
export async function countAnswers(tx: Transaction, roundId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select pulse_count(${roundId}::uuid) as count`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** The round that a secret opens. Read before anybody is known, hence by the owner. */
export async function findRoundOfSecret(tx: Transaction, secretHash: Buffer): Promise<RoundRow | undefined> {
  const row = await rounds(tx).where('r.secret_hash', '=', secretHash).executeTakeFirst();
  return row && roundOf(row);
}

/** Works as the owner: answers are out of everybody's reach but these two deeds'. */
export function asKeeper<Answer>(
  database: Database,
  work: (tx: Transaction) => Promise<Answer>,
): Promise<Answer> {
  return database.owner.transaction().execute(work);
}

export async function insertAnswer(
  tx: Transaction,
  row: PulseAnswer & { readonly id: string; readonly roundId: string },
): Promise<void> {
  const { id, roundId, sex, age, sector, answers } = row;
  await tx
    .insertInto('pulse_answer')
    .values({ id, round_id: roundId, sex, age, sector, answers: JSON.stringify(answers) })
    .execute();
}

/** Takes the answers of a round out of the database for good: what comes back is all that is left of them. */
export async function takeAnswers(tx: Transaction, roundId: string): Promise<PulseAnswer[]> {
  const rows = await tx
    .deleteFrom('pulse_answer')
    .where('round_id', '=', roundId)
    .returning(['sex', 'age', 'sector', 'answers'])
    .execute();
  return rows.map((row) => ({ ...row, answers: row.answers as unknown as Record<string, string> }));
}

/** Closes a round that is open. @returns false where somebody else closed it in between */
export async function closeRound(
  tx: Transaction,
  id: string,
  closed: { readonly at: Date; readonly answers: number; readonly results: PulseResults | null },
): Promise<boolean> {
  const result = await tx
    .updateTable('pulse_round')
    .set({
      closed_at: closed.at,
      answers: closed.answers,
      results: closed.results === null ? null : JSON.stringify(closed.results),
    })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
