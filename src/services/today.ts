import { findDay, findTimeZone, type Somewhere } from '#database/territories/day-views.ts';
import { dayIn } from '#domain/shared/calendar.ts';
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
  return (await findDay(tx, where ?? null, context.now)) ?? dayIn(context.now, 'UTC');
}

/** Says on which day something was written, where it belongs: with its country's clock, as `todayOf` tells today. */
export async function daysAt(tx: Transaction, where: Somewhere | undefined): Promise<(moment: Date) => Day> {
  const timeZone = await findTimeZone(tx, where ?? null);
  return (moment) => dayIn(moment, timeZone);
}
