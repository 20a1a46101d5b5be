import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';

/** A country or a territory by its reference, a territory by its number, or the first country of the installation. */
export type Somewhere = string | number | null;

/** The time zone of a place's country; that of the installation's first country where none is named. */
export async function findTimeZone(tx: Transaction, where: Somewhere): Promise<string> {
  const found = await sql<{ timeZone: string }>`
    select country.time_zone as "timeZone" from country
    order by coalesce(${isCountryOf(where)}, false) desc, country.base limit 1`.execute(tx);
  return found.rows[0]?.timeZone ?? 'UTC';
}

/** The calendar day at a moment where the country is; nothing where no country was loaded yet. */
export async function findDay(tx: Transaction, where: Somewhere, now: Date): Promise<string | undefined> {
  const found = await sql<{ today: string }>`
    select (${now}::timestamptz at time zone country.time_zone)::date as today
    from country order by coalesce(${isCountryOf(where)}, false) desc, country.base limit 1`.execute(tx);
  return found.rows[0]?.today;
}

function isCountryOf(where: Somewhere) {
  return typeof where === 'number'
    ? sql`country.code = (select country from territory where id = ${where})`
    : sql`country.code = ${where?.split('-')[0] ?? null}`;
}
