import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { Day } from '#domain/shared/dates.ts';
import type { ExchangeRate } from '#domain/shared/money.ts';

/** The territories at, above and below one: what a list of a place shows. */
const around = (territoryId: number) => sql<boolean>`territory_id in (
  select ancestor_id from territory_closure where descendant_id = ${territoryId}
  union all select descendant_id from territory_closure where ancestor_id = ${territoryId})`;

export async function listHolidayRows(tx: Transaction, territoryId: number, year: number | undefined) {
  let query = tx
    .selectFrom('holiday')
    .selectAll()
    .where(around(territoryId))
    .orderBy('on_day')
    .orderBy('territory_id');
  if (year !== undefined)
    query = query.where('on_day', '>=', `${year}-01-01`).where('on_day', '<=', `${year}-12-31`);
  return query.limit(2000).execute();
}

/** The days that do not count in a territory: its own and those of every territory above it. */
export async function findHolidayDays(tx: Transaction, territoryId: number): Promise<ReadonlySet<Day>> {
  const rows = await tx
    .selectFrom('holiday as h')
    .innerJoin('territory_closure as c', 'c.ancestor_id', 'h.territory_id')
    .where('c.descendant_id', '=', territoryId)
    .select('h.on_day')
    .execute();
  return new Set(rows.map(({ on_day }) => on_day));
}

export async function findHoliday(tx: Transaction, id: string) {
  return tx.selectFrom('holiday').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Whether a territory has a holiday on a day already, other than the one named. */
export async function hasHoliday(
  tx: Transaction,
  at: { readonly territoryId: number; readonly on: Day; readonly exceptId: string | null },
): Promise<boolean> {
  const row = await tx
    .selectFrom('holiday')
    .select('id')
    .where('territory_id', '=', at.territoryId)
    .where('on_day', '=', at.on)
    .where('id', 'is distinct from', at.exceptId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function listExchangeRateRows(tx: Transaction, country: string) {
  return tx
    .selectFrom('exchange_rate')
    .selectAll()
    .where('country', '=', country)
    .orderBy('on_day', 'desc')
    .orderBy('from_currency')
    .orderBy('to_currency')
    .limit(1000)
    .execute();
}

/** The rates of a country as the domain adds money with them. */
export async function findExchangeRates(tx: Transaction, country: string): Promise<ExchangeRate[]> {
  const rows = await listExchangeRateRows(tx, country);
  return rows.map((row) => ({
    from: row.from_currency,
    to: row.to_currency,
    rate: row.rate,
    on: row.on_day,
    source: row.source,
  }));
}

export async function findExchangeRate(tx: Transaction, id: string) {
  return tx.selectFrom('exchange_rate').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Whether a country has a rate of two currencies on a day already, other than the one named. */
export async function hasExchangeRate(
  tx: Transaction,
  at: {
    readonly country: string;
    readonly from: string;
    readonly to: string;
    readonly on: Day;
    readonly exceptId: string | null;
  },
): Promise<boolean> {
  const row = await tx
    .selectFrom('exchange_rate')
    .select('id')
    .where('country', '=', at.country)
    .where('from_currency', '=', at.from)
    .where('to_currency', '=', at.to)
    .where('on_day', '=', at.on)
    .where('id', 'is distinct from', at.exceptId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function listQuietPeriodRows(tx: Transaction, territoryId: number) {
  return tx
    .selectFrom('quiet_period')
    .selectAll()
    .where(around(territoryId))
    .orderBy('from_day', 'desc')
    .orderBy('id')
    .limit(500)
    .execute();
}

export async function findQuietPeriod(tx: Transaction, id: string) {
  return tx.selectFrom('quiet_period').selectAll().where('id', '=', id).executeTakeFirst();
}
