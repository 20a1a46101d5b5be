import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { loadContent } from '#database/plans/content-views.ts';
import type { PlanRow } from '#database/plans/plan-columns.ts';
import { findEditionContent } from '#database/plans/plan-views.ts';
import { differenceOf, isSame } from '#domain/plans/difference.ts';
import { permitEditPlan } from '#domain/plans/permissions.ts';
import type { PlanContent } from '#domain/plans/plan-content.ts';
import { standingAfter } from '#domain/plans/plan-standing.ts';
import { refuse } from '#domain/plans/refusals.ts';
import { refuseNotReady } from '#domain/plans/submission.ts';
import type { Context, Transaction } from '../context.ts';
import { changePlan, openPlan, refuseStale } from './plan-deed.ts';

type Operation = typeof plansOperations.submitPlan;

/** From here on nobody writes on it until it comes back. */
export async function submitPlan(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const plan = await openPlan(tx, { id: input.planId });
    permitEditPlan(context.actor, plan);
    refuseStale(plan, { id: plan.id, version: input.version });
    standingAfter(plan.standing, 'submitted');
    const content = await loadContent(tx, plan);
    refuseNotReady(content);
    await refuseUnchanged(tx, plan, content);
    const submittedBy = context.actor.kind === 'account' ? context.actor.accountId : null;
    return changePlan(tx, context, plan, {
      operation: 'submitPlan',
      act: 'submitted',
      change: { submitted_by: submittedBy },
    });
  });
}

async function refuseUnchanged(tx: Transaction, plan: PlanRow, content: PlanContent): Promise<void> {
  if (plan.edition === 0) return;
  const last = await findEditionContent(tx, plan.id, plan.edition);
  if (last && isSame(differenceOf(last, content))) throw refuse('plans.nothing-amended');
}
