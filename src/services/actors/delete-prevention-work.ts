import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { deleteWorkRow } from '#database/actors/work-store.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { stale } from './organisation-deed.ts';
import { openWork, recordWork } from './work-deed.ts';

type Operation = typeof actorsOperations.deletePreventionWork;

export async function deletePreventionWork(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await openWork(tx, context, { id: input.workId, version: input.version });
    if (!(await deleteWorkRow(tx, row.id, row.version))) throw stale(row);
    await recordWork(tx, context, 'deletePreventionWork', { before: row, after: null });
    return { done: true };
  });
}
