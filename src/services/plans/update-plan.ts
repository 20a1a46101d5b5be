import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { columnsOfHead, readPlanBody } from './plan-body.ts';
import { changePlan, foldedOf, openToWrite } from './plan-deed.ts';

type Operation = typeof plansOperations.updatePlan;

/** Writes the head of a plan. Actions that no longer lie in its period are asked about when it is submitted. */
export async function updatePlan(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const plan = await openToWrite(tx, context, { id: input.planId, version: input.version });
    const head = await readPlanBody(tx, input.body, plan.country);
    const folded = await foldedOf(tx, { ...plan, title: head.title });
    return changePlan(tx, context, plan, {
      operation: 'updatePlan',
      act: 'corrected',
      change: { ...columnsOfHead(head), folded },
    });
  });
}
