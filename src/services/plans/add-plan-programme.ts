import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { insertProgramme } from '#database/plans/plan-store.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { openToWrite, recordPart } from './plan-deed.ts';

type Operation = typeof plansOperations.addPlanProgramme;

export async function addPlanProgramme(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { title, objective } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const plan = await openToWrite(tx, context, { id: input.planId });
    const id = newId();
    await insertProgramme(tx, { id, plan_id: plan.id, territory_id: plan.territoryId, title, objective });
    await recordPart(tx, context, plan, {
      operation: 'addPlanProgramme',
      kind: 'plan-programme',
      id,
      before: null,
      after: { title, objective },
      freeText: ['title', 'objective'],
    });
    return { id, version: 1 };
  });
}
