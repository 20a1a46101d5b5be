import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { saveProgress } from '#database/plans/action-store.ts';
import { loadActions } from '#database/plans/content-views.ts';
import { findEditionContent } from '#database/plans/plan-views.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { permitEditPlan } from '#domain/plans/permissions.ts';
import { refuseProgress } from '#domain/plans/progress.ts';
import { refuse } from '#domain/plans/refusals.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { staleAction } from './action-deed.ts';
import { keepPlanAct, openPlan, recordPart } from './plan-deed.ts';

type Operation = typeof plansOperations.setPlanActionProgress;

/** Says how far an action has got. The plan is not amended by it, and no edition keeps it. */
export async function setPlanActionProgress(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { standing, reason, confirmText } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const [action] = await loadActions(tx, { actionId: input.actionId });
    if (!action) throw refuse('plans.action-not-found');
    const plan = await openPlan(tx, { id: action.planId });
    permitEditPlan(context.actor, plan);
    if (action.version !== input.version) throw staleAction(action);
    const { id, title } = action.content;
    const edition = await findEditionContent(tx, plan.id, plan.edition);
    const isInEdition = edition?.actions.some((one) => one.id === id) ?? false;
    const now = { plan: plan.standing, action: action.progress.standing, isInEdition };
    refuseProgress(now, { standing, reason });
    refusePersonalText({ reason }, confirmText);
    const on = await todayOf(tx, context, plan.territoryId);
    const after = { standing, reason, on };
    if (!(await saveProgress(tx, { id, version: action.version }, after))) throw staleAction(action);
    const operation = 'setPlanActionProgress';
    const details = { actionId: id, title, standing };
    await keepPlanAct(tx, context, plan, { operation, act: 'progressed', on, reason, details });
    await recordPart(tx, context, plan, {
      operation,
      kind: 'plan-action',
      id,
      before: { progress: action.progress.standing, reason: action.progress.reason },
      after: { progress: standing, reason },
      freeText: ['reason'],
    });
    return { id, version: action.version + 1 };
  });
}
