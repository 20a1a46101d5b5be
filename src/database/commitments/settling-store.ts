import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { Day } from '#domain/shared/dates.ts';

/**
 * Settles due dates that no day from `until` on can change, at most `atMost`: they are added to the sums.
 * @returns how many, or null when somebody was just changing some
 */
export async function settleDues(tx: Transaction, until: Day, atMost: number): Promise<number | null> {
  const { rows } = await sql<{ settled: number }>`
    select commitment_settle(${until}::date, ${atMost}::int) as settled`.execute(tx);
  const settled = rows[0]?.settled ?? 0;
  return settled < 0 ? null : settled;
}

/** Puts together the lines of sums that have one key. */
export async function gatherSums(tx: Transaction): Promise<void> {
  await sql`select commitment_gather()`.execute(tx);
}
