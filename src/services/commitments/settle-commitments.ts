import { gatherSums, settleDues } from '#database/commitments/settling-store.ts';
import { addCalendarDays, dayIn } from '#domain/shared/calendar.ts';
import type { Context } from '../context.ts';

/** How many one transaction takes: each is short, since whoever changes a due date meanwhile waits for it. */
const atOnce = 2_000;

/**
 * Adds up what became of due dates once no later day can change it. Until then, and whenever one is changed afterwards, readers look
 * at it themselves, so nobody waits for this and nothing is ever stale. @returns how many were settled
 */
export async function settleCommitments({
  database,
  now,
}: Pick<Context, 'database' | 'now'>): Promise<number> {
  // Wherever the sun is, today is no earlier than yesterday's day in Greenwich.
  const until = addCalendarDays(dayIn(now, 'UTC'), -1);
  let taken = 0;
  for (;;) {
    const some = await database.owner.transaction().execute((tx) => settleDues(tx, until, atOnce));
    taken += some ?? 0;
    if (some === null || some < atOnce) break;
  }
  await database.owner.transaction().execute(gatherSums);
  return taken;
}
