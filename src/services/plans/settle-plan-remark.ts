import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { changeRemark, getRemark, openToReview } from './review-deed.ts';

type Operation = typeof plansOperations.settlePlanRemark;

export async function settlePlanRemark(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const remark = await getRemark(tx, { id: input.remarkId, version: input.version });
    const plan = await openToReview(tx, context, { id: remark.plan_id });
    const change = { standing: 'settled' };
    return changeRemark(tx, context, plan, remark, { operation: 'settlePlanRemark', change });
  });
}
