import { findDay, type Somewhere } from '#database/territories/day-views.ts';
import type { Day } from '#domain/shared/dates.ts';
import type { Context, Transaction } from './context.ts';

/**
 * The day it is where the country is: at eight in the evening in Panama the server's clock already says tomorrow.
 * `where` is a reference, the number of a territory, or null for what lies in no one country: then it is the day of the
 * installation's first country.
 */
export async function todayOf(
  tx: Transaction,
  context: Pick<Context, 'now'>,
  where: Somewhere | undefined,
): Promise<Day> {
  return (await findDay(tx, where ?? null, context.now)) ?? context.now.toISOString().slice(0, 10);
}
