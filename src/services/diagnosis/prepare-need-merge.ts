import type { diagnosisOperations } from '#contract/diagnosis/index.ts';
import type { InputOf } from '#contract/operation.ts';
import { planNeedMerge } from '#domain/diagnosis/need-merge.ts';
import type { Context, Transaction } from '../context.ts';
import { openNeed } from './need-deed.ts';

type Body = InputOf<typeof diagnosisOperations.mergeNeeds>['body'];

/** Reads both needs and says what merging them would do. Takes the right to both; changes nothing. */
export async function prepareNeedMerge(tx: Transaction, context: Context, body: Body) {
  const kept = await openNeed(tx, context, { id: body.keptId });
  const absorbed = await openNeed(tx, context, { id: body.absorbedId });
  return { kept, absorbed, plan: planNeedMerge(kept, absorbed, body.take) };
}
