import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportsOperations } from '#contract/reports/index.ts';
import { inScope } from '#database/connection.ts';
import { findBulletin } from '#database/reports/bulletin-store.ts';
import { refuse } from '#domain/reports/refusals.ts';
import type { Context } from '../context.ts';
import { showBulletin } from './show-bulletin.ts';
import { bulletinFile, sealOf, sheetOf } from './write-bulletin.ts';

type Operation = typeof reportsOperations.getBulletin;

export async function getBulletin(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const kept = await inScope(context.database, context.actor.scope, (tx) => findBulletin(tx, input.bulletin));
  if (!kept) throw refuse('reports.not-found');
  const { content, id, code, hash, madeAt, scheduleId } = kept;
  const sheet = await sheetOf(context, content, sealOf(context, kept), madeAt);
  if (input.format !== 'json') return bulletinFile(sheet, input.format);
  return {
    ...(await showBulletin(context, { ...kept, sheet })),
    id,
    code,
    hash,
    madeAt: madeAt.toISOString(),
    isScheduled: scheduleId !== null,
  };
}
