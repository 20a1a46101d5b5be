import type { diagnosisOperations } from '#contract/diagnosis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { deleteNeedRow } from '#database/diagnosis/need-store.ts';
import { countNeedDependents } from '#database/diagnosis/need-views.ts';
import { removeSearchEntry } from '#database/operations/search-store.ts';
import { refuseDeletionOfNeed } from '#domain/diagnosis/need-standing.ts';
import type { Context } from '../context.ts';
import { openNeed, recordNeed, staleNeed } from './need-deed.ts';

type Operation = typeof diagnosisOperations.deleteNeed;

export async function deleteNeed(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const need = await openNeed(tx, context, { id: input.needId, version: input.version });
    refuseDeletionOfNeed(await countNeedDependents(tx, need.id));
    await removeSearchEntry(tx, 'need', need.id);
    if (!(await deleteNeedRow(tx, need))) throw staleNeed(need);
    await recordNeed(tx, context, 'deleteNeed', { before: need, after: null });
    return { done: true };
  });
}
