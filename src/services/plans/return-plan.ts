import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { changePlan, readReason } from './plan-deed.ts';
import { openToReview } from './review-deed.ts';

type Operation = typeof plansOperations.returnPlan;

export async function returnPlan(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const plan = await openToReview(tx, context, { id: input.planId, version: input.version });
    const reason = readReason(input.body);
    return changePlan(tx, context, plan, { operation: 'returnPlan', act: 'returned', reason });
  });
}
