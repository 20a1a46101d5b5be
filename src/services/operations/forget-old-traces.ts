import { removeOldTraces } from '#database/operations/trace-store.ts';
import type { Context } from '../context.ts';
import { destroyStruckFiles } from '../files/destroy-struck-files.ts';

/** Forgets what has expired, and what orders said to destroy; run every hour. */
export async function forgetOldTraces(context: Context): Promise<void> {
  await removeOldTraces(context.database, context.now);
  await destroyStruckFiles(context);
}
