import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { saveAction } from '#database/plans/action-store.ts';
import { loadActions } from '#database/plans/content-views.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';
import { readActionBody } from './action-body.ts';
import { auditedAction, freeTextOfTrail, openAction, staleAction } from './action-deed.ts';
import { recordPart } from './plan-deed.ts';

type Operation = typeof plansOperations.updatePlanAction;

export async function updatePlanAction(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { plan, action } = await openAction(tx, context, { id: input.actionId, version: input.version });
    const written = await readActionBody(tx, input.body, plan, { needId: action.content.need?.id ?? null });
    const on = await todayOf(tx, context, plan.territoryId);
    const { id } = action.content;
    const at = { id, planId: plan.id, territoryId: plan.territoryId, version: action.version };
    if (!(await saveAction(tx, at, written, on, newId))) throw staleAction(action);
    const [after] = await loadActions(tx, { actionId: id });
    await recordPart(tx, context, plan, {
      operation: 'updatePlanAction',
      kind: 'plan-action',
      id,
      before: auditedAction(action),
      after: after ? auditedAction(after) : null,
      freeText: freeTextOfTrail,
    });
    return { id, version: action.version + 1 };
  });
}
