import { removeOldTraces } from '#database/operations/trace-store.ts';
import type { Context } from '../context.ts';

/** Forgets what has expired; run every hour. */
export async function forgetOldTraces(context: Context): Promise<void> {
  await removeOldTraces(context.database, context.now);
}
