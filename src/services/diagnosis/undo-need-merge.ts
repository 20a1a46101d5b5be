import type { diagnosisOperations } from '#contract/diagnosis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import {
  markNeedMergeUndone,
  moveWhatNamesNeed,
  type MovedWithNeed,
} from '#database/diagnosis/need-store.ts';
import { findNeedMerge } from '#database/diagnosis/need-views.ts';
import { changedFieldsOf, type NeedFields } from '#domain/diagnosis/need.ts';
import { refuse } from '#domain/diagnosis/refusals.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { changeNeed, openNeed } from './need-deed.ts';

type Operation = typeof diagnosisOperations.undoNeedMerge;

/** Gives both needs back as they were, as long as neither was changed since. */
export async function undoNeedMerge(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const merge = await findNeedMerge(tx, input.mergeId);
    if (!merge) throw refuse('diagnosis.merge-not-found');
    const kept = await openNeed(tx, context, { id: merge.kept_id });
    const absorbed = await openNeed(tx, context, { id: merge.absorbed_id });
    if (merge.undone_at !== null) throw refuse('diagnosis.merge-undone');
    if (kept.version !== merge.kept_version || absorbed.version !== merge.absorbed_version)
      throw refuse('diagnosis.merge-built-upon');
    const on = await todayOf(tx, context, kept.territoryId);
    const fields = merge.before as unknown as NeedFields;
    const done = { operation: 'undoNeedMerge', act: 'parted', on } as const;
    await changeNeed(tx, context, kept, {
      ...done,
      change: { fields },
      fields: changedFieldsOf(kept, fields),
      otherId: absorbed.id,
    });
    const change = { standing: 'current', standingOn: on } as const;
    await changeNeed(tx, context, absorbed, { ...done, change, otherId: kept.id });
    await moveWhatNamesNeed(tx, kept.id, absorbed.id, merge.moved as MovedWithNeed);
    await markNeedMergeUndone(tx, merge.id, context.now);
    return { done: true };
  });
}
