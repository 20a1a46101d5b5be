import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findWork, updateWorkRow } from '#database/actors/work-store.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { stale } from './organisation-deed.ts';
import { openWork, recordWork, workColumns } from './work-deed.ts';

type Operation = typeof actorsOperations.updatePreventionWork;

export async function updatePreventionWork(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const at = { id: input.workId, version: input.version };
    const row = await openWork(tx, context, at);
    if (!(await updateWorkRow(tx, at, workColumns(input.body)))) throw stale(row);
    const after = (await findWork(tx, row.id)) ?? null;
    await recordWork(tx, context, 'updatePreventionWork', { before: row, after });
    return { id: row.id, version: input.version + 1 };
  });
}
