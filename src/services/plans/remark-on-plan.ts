import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { loadActions } from '#database/plans/content-views.ts';
import { insertRemark } from '#database/plans/plan-store.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { refuse } from '#domain/plans/refusals.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { recordPart } from './plan-deed.ts';
import { openToReview } from './review-deed.ts';

type Operation = typeof plansOperations.remarkOnPlan;

export async function remarkOnPlan(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { actionId, field, body, confirmText } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const plan = await openToReview(tx, context, { id: input.planId });
    refusePersonalText({ body }, confirmText);
    if (actionId !== null) {
      const [action] = await loadActions(tx, { actionId });
      if (action?.planId !== plan.id) throw refuse('plans.action-not-found', { field: 'actionId' });
    }
    const id = newId();
    await insertRemark(tx, {
      id,
      plan_id: plan.id,
      territory_id: plan.territoryId,
      action_id: actionId,
      field,
      body,
      account_id: context.actor.kind === 'account' ? context.actor.accountId : null,
    });
    await recordPart(tx, context, plan, {
      operation: 'remarkOnPlan',
      kind: 'plan-remark',
      id,
      before: null,
      after: { actionId, field, body },
      freeText: ['body'],
    });
    return { id, version: 1 };
  });
}
