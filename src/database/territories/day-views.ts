import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';

/** A country or a territory by its reference, a territory by its number, or the first country of the installation. */
export type Somewhere = string | number | null;

/** The calendar day at a moment where the country is; nothing where no country was loaded yet. */
export async function findDay(tx: Transaction, where: Somewhere, now: Date): Promise<string | undefined> {
  const country =
    typeof where === 'number'
      ? sql`country.code = (select country from territory where id = ${where})`
      : sql`country.code = ${where?.split('-')[0] ?? null}`;
  const found = await sql<{ today: string }>`
    select (${now}::timestamptz at time zone country.time_zone)::date as today
    from country order by coalesce(${country}, false) desc, country.base limit 1`.execute(tx);
  return found.rows[0]?.today;
}
