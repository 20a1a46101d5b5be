import { inScope } from '#database/connection.ts';
import { findAgreementsByDate } from '#database/agreements/course-store.ts';
import { addCalendarDays, dayIn } from '#domain/shared/calendar.ts';
import { Refusal } from '#domain/shared/refusal.ts';
import type { Context } from '../context.ts';
import { findLife } from './open-life.ts';
import { followDates } from './follow-dates.ts';

/** Writes what a day has brought to agreements by itself, one transaction each; what rests on another that is over stays as it is. */
export async function followAllDates(context: Context): Promise<number> {
  // A country may be a day ahead of the server: whoever is not due there yet is left as it is.
  const tomorrow = addCalendarDays(dayIn(context.now, 'UTC'), 1);
  const ids = await inScope(context.database, context.actor.scope, (tx) =>
    findAgreementsByDate(tx, tomorrow),
  );
  let moved = 0;
  for (const id of ids) {
    try {
      moved += await inScope(context.database, context.actor.scope, async (tx) => {
        const life = await findLife(tx, context, id);
        const after = await followDates(tx, context, life);
        return after.agreement.version === life.agreement.version ? 0 : 1;
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return moved;
}
