import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { deletePlanRow } from '#database/plans/plan-store.ts';
import { refuseDeletionOfPlan } from '#domain/plans/plan.ts';
import { refuse } from '#domain/plans/refusals.ts';
import type { Context } from '../context.ts';
import { openToWrite, recordPlan, stalePlan } from './plan-deed.ts';

type Operation = typeof plansOperations.deletePlan;

export async function deletePlan(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const plan = await openToWrite(tx, context, { id: input.planId, version: input.version });
    refuseDeletionOfPlan(plan);
    const deletion = await deletePlanRow(tx, plan);
    if (deletion === 'depended-upon') throw refuse('plans.has-consequences');
    if (deletion === 'stale') throw stalePlan(plan);
    await recordPlan(tx, context, 'deletePlan', { before: plan, after: null });
    return { done: true };
  });
}
