import { findStrategyOf } from '#database/plans/choice-views.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { refuseImpossiblePeriod, type WrittenPlan } from '#domain/plans/plan.ts';
import { refuse } from '#domain/plans/refusals.ts';
import type { Transaction } from '../context.ts';

/** What was written of a plan's head, once its period, its texts and its strategy have been looked at. */
export async function readPlanBody(
  tx: Transaction,
  body: WrittenPlan & { readonly confirmText: boolean },
  country: string,
): Promise<WrittenPlan> {
  const { title, summary, periodFrom, periodTo, strategyId } = body;
  const written: WrittenPlan = { title, summary, periodFrom, periodTo, strategyId };
  refuseImpossiblePeriod(written);
  refusePersonalText({ title, summary }, body.confirmText);
  if (strategyId !== null && !(await findStrategyOf(tx, country, strategyId)))
    throw refuse('plans.named-not-found', { field: 'strategyId' });
  return written;
}

export const columnsOfHead = (plan: WrittenPlan) => ({
  title: plan.title,
  summary: plan.summary,
  period_from: plan.periodFrom,
  period_to: plan.periodTo,
  strategy_id: plan.strategyId,
});
