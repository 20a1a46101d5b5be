import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { loadContent } from '#database/plans/content-views.ts';
import { insertPlanEdition } from '#database/plans/plan-store.ts';
import { findRemarks } from '#database/plans/plan-views.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { refuse } from '#domain/plans/refusals.ts';
import { refuseNotReady } from '#domain/plans/submission.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';
import { changePlan } from './plan-deed.ts';
import { openToReview } from './review-deed.ts';

type Operation = typeof plansOperations.approvePlan;

/** Keeps the plan whole as an edition that nobody changes, and gives it to everyone to read. */
export async function approvePlan(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { body, act, on, confirmText } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const plan = await openToReview(tx, context, { id: input.planId, version: input.version });
    if (on > (await todayOf(tx, context, plan.territoryId)))
      throw refuse('plans.incomplete', { problems: [{ code: 'diagnosis.day-to-come', field: 'on' }] });
    refusePersonalText({ body, act }, confirmText);
    const open = (await findRemarks(tx, plan.id)).filter((remark) => remark.standing === 'open');
    if (open.length > 0) throw refuse('plans.open-remarks', { values: { count: open.length } });
    const content = await loadContent(tx, plan);
    refuseNotReady(content);
    const number = plan.edition + 1;
    await insertPlanEdition(tx, {
      id: newId(),
      plan_id: plan.id,
      territory_id: plan.territoryId,
      number,
      content: JSON.stringify(content),
      approving_body: body,
      approving_act: act,
      approved_on: on,
      reviewed_by: context.actor.kind === 'account' ? context.actor.accountId : null,
    });
    return changePlan(tx, context, plan, {
      operation: 'approvePlan',
      act: 'approved',
      on,
      reason: act === null ? body : `${body}: ${act}`,
      details: { edition: number },
      change: { edition: number },
    });
  });
}
