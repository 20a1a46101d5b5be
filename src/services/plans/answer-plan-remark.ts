import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import type { Context } from '../context.ts';
import { openToWrite } from './plan-deed.ts';
import { changeRemark, getRemark } from './review-deed.ts';

type Operation = typeof plansOperations.answerPlanRemark;

/** Answered by whoever writes the plan, while it is theirs to mend. */
export async function answerPlanRemark(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { answer, confirmText } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const remark = await getRemark(tx, { id: input.remarkId, version: input.version });
    const plan = await openToWrite(tx, context, { id: remark.plan_id });
    refusePersonalText({ answer }, confirmText);
    const by = context.actor.kind === 'account' ? context.actor.accountId : null;
    const change = { standing: 'answered', answer, answered_by: by, answered_at: context.now };
    return changeRemark(tx, context, plan, remark, { operation: 'answerPlanRemark', change });
  });
}
