import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findEditionContent, findPlanEditions } from '#database/plans/plan-views.ts';
import { settleRemarksOf } from '#database/plans/restore-views.ts';
import { permitEditPlan } from '#domain/plans/permissions.ts';
import { standingAfter } from '#domain/plans/plan-standing.ts';
import { refuse } from '#domain/plans/refusals.ts';
import type { Context } from '../context.ts';
import { changePlan, foldedOf, openPlan, readReason, refuseStale } from './plan-deed.ts';
import { restoreEdition } from './restore-edition.ts';

type Operation = typeof plansOperations.abandonPlanAmendment;

/** Gives up an amendment. What was written of it goes; what was done to it stays in the trail, with the reason. */
export async function abandonPlanAmendment(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const plan = await openPlan(tx, { id: input.planId });
    permitEditPlan(context.actor, plan);
    refuseStale(plan, { id: plan.id, version: input.version });
    standingAfter(plan.standing, 'amendment-abandoned');
    const reason = readReason(input.body);
    const edition = await findEditionContent(tx, plan.id, plan.edition);
    if (!edition) throw refuse('plans.edition-not-found');
    await restoreEdition(tx, context, plan, edition);
    await settleRemarksOf(tx, plan.id);
    const [last] = await findPlanEditions(tx, plan.id);
    const { title, summary, periodFrom, periodTo, strategy } = edition;
    return changePlan(tx, context, plan, {
      operation: 'abandonPlanAmendment',
      act: 'amendment-abandoned',
      reason,
      details: { edition: plan.edition },
      change: {
        title,
        summary,
        period_from: periodFrom,
        period_to: periodTo,
        strategy_id: strategy?.id ?? null,
        folded: await foldedOf(tx, { ...plan, title }),
        // It stands approved since it was, not since somebody gave up changing it.
        standing_on: last?.approved_on ?? plan.standingOn,
        standing_reason: null,
        submitted_by: null,
      },
    });
  });
}
