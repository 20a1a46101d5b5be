import { drainMarks, listMarkedSeries } from '#database/values/value-store.ts';
import type { Context } from '../context.ts';

/** How many marks one transaction takes: each is short, so that nobody waits for it. */
const atOnce = 2_000;

/**
 * Adds up anew what has changed, series by series. Until it has, readers add up what is marked themselves, so nobody waits for this and
 * nothing is ever stale. @returns how many marks were taken
 */
export async function makeSumsAnew({ database }: Pick<Context, 'database'>): Promise<number> {
  const series = await database.owner.transaction().execute(listMarkedSeries);
  let taken = 0;
  for (const id of series) {
    for (;;) {
      const some = await database.owner
        .transaction()
        .execute((tx) => drainMarks(tx, id, { atMost: atOnce, waits: false }));
      if (some > 0) taken += some;
      if (some < atOnce) break;
    }
  }
  return taken;
}
