import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { permitEditPlan } from '#domain/plans/permissions.ts';
import type { Context } from '../context.ts';
import { changePlan, openPlan, readReason, refuseStale } from './plan-deed.ts';

type Operation = typeof plansOperations.annulPlan;

export async function annulPlan(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const plan = await openPlan(tx, { id: input.planId });
    permitEditPlan(context.actor, plan);
    refuseStale(plan, { id: plan.id, version: input.version });
    const reason = readReason(input.body);
    return changePlan(tx, context, plan, { operation: 'annulPlan', act: 'annulled', reason });
  });
}
