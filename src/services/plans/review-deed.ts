import { findRemark } from '#database/plans/plan-views.ts';
import { updateRemarkRow } from '#database/plans/plan-store.ts';
import type { PlanRow } from '#database/plans/plan-columns.ts';
import { permitReviewPlan, refuseOwnSubmission } from '#domain/plans/permissions.ts';
import { isPossible } from '#domain/plans/plan-standing.ts';
import { refuse } from '#domain/plans/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { openPlan, recordPart, refuseStale } from './plan-deed.ts';

/** Reads a plan to decide on it: the centre may, once it was submitted, and never whoever submitted it. */
export async function openToReview(
  tx: Transaction,
  context: Context,
  at: { readonly id: string; readonly version?: number },
): Promise<PlanRow> {
  const plan = await openPlan(tx, at);
  permitReviewPlan(context.actor, plan);
  refuseStale(plan, at);
  refuseOwnSubmission(context.actor, plan.submittedBy);
  if (!isPossible('returned', plan.standing)) {
    throw refuse('plans.not-as-it-stands', { values: { standing: plan.standing, act: 'returned' } });
  }
  return plan;
}

export async function getRemark(tx: Transaction, at: { readonly id: string; readonly version: number }) {
  const remark = await findRemark(tx, at.id);
  if (!remark) throw refuse('plans.remark-not-found');
  if (remark.version !== at.version)
    throw refuseShared('shared.stale', { current: { standing: remark.standing, answer: remark.answer } });
  return remark;
}

type Remark = Awaited<ReturnType<typeof getRemark>>;

/** Saves what became of a remark, and writes it down. */
export async function changeRemark(
  tx: Transaction,
  context: Context,
  plan: PlanRow,
  remark: Remark,
  done: { readonly operation: string; readonly change: Parameters<typeof updateRemarkRow>[2] },
): Promise<{ id: string; version: number }> {
  const { id, version } = remark;
  if (!(await updateRemarkRow(tx, remark, done.change)))
    throw refuseShared('shared.stale', { current: { standing: remark.standing, answer: remark.answer } });
  await recordPart(tx, context, plan, {
    operation: done.operation,
    kind: 'plan-remark',
    id,
    before: { standing: remark.standing, answer: remark.answer },
    after: {
      standing: done.change.standing ?? remark.standing,
      answer: done.change.answer ?? remark.answer,
    },
    freeText: ['answer'],
  });
  return { id, version: version + 1 };
}
