import { sql } from 'kysely';
import type { ComplianceFilter } from '#database/compliance/counted-dues.ts';
import type { Transaction } from '#database/connection.ts';

/** How many of these territories each line reaches, by an agreement, a plan or a commitment that the caller sees. */
export async function countReached(tx: Transaction, filter: ComplianceFilter, targets: readonly number[]) {
  const { rows } = await sql<{ line: string; territories: number }>`
    select thread_id as line, territories from strategy_reach(${[...targets]}::int[], ${filter.within.low}, ${filter.within.high},
      ${filter.today}::date)`.execute(tx);
  return rows;
}

/** The money in agreements that serve each line, by currency. */
export async function sumMoneyOfLines(tx: Transaction, filter: ComplianceFilter) {
  const { rows } = await sql<{ line: string; currency: string; amount: string }>`
    select thread_id as line, currency, amount::text from strategy_money(${filter.within.low}, ${filter.within.high}, ${filter.today}::date)`.execute(
    tx,
  );
  return rows;
}
