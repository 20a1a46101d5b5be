import type { diagnosisOperations } from '#contract/diagnosis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { changedFieldsOf } from '#domain/diagnosis/need.ts';
import { standingAfter } from '#domain/diagnosis/need-standing.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { readNeedBody } from './need-body.ts';
import { changeNeed, openNeed } from './need-deed.ts';

type Operation = typeof diagnosisOperations.updateNeed;

/** Corrects a need. Saving what it says already changes nothing and leaves no trace. */
export async function updateNeed(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const need = await openNeed(tx, context, { id: input.needId, version: input.version });
    standingAfter(need.standing, 'corrected');
    const today = await todayOf(tx, context, need.territoryId);
    const fields = await readNeedBody(tx, input.body, { country: need.country, today });
    const changed = changedFieldsOf(need, fields);
    if (changed.length === 0) return { id: need.id, version: need.version };
    const done = { operation: 'updateNeed', act: 'corrected', on: today } as const;
    return changeNeed(tx, context, need, { ...done, change: { fields }, fields: changed });
  });
}
