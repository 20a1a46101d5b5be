import type { OutputOf } from '#contract/operation.ts';
import type { crosswalkOperations } from '#contract/values/crosswalks.ts';
import { inScope } from '#database/connection.ts';
import { listIccsRows } from '#database/indicators/iccs-views.ts';
import type { Context } from '../context.ts';

type Operation = typeof crosswalkOperations.listIccs;

/** The international classification of crime, as far as it is known here. */
export async function listIccs(context: Context): Promise<OutputOf<Operation>> {
  return { items: await inScope(context.database, context.actor.scope, listIccsRows) };
}
