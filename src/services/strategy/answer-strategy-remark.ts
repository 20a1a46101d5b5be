import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import { answerRemarkRow, findRemark } from '#database/strategy/remark-store.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { permitEditStrategy } from '#domain/strategy/permissions.ts';
import { refuse } from '#domain/strategy/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';

type Operation = typeof strategyOperations.answerStrategyRemark;

/** Answers a remark, or corrects the answer: what was answered before stays in the trail. */
export async function answerStrategyRemark(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { answer, confirmText } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const remark = await findRemark(tx, input.remarkId);
    if (!remark) throw refuse('strategy.remark-not-found');
    permitEditStrategy(context.actor, remark.territory_id);
    refusePersonalText({ answer }, confirmText);
    const at = { id: remark.id, version: input.version };
    if (!(await answerRemarkRow(tx, at, { answer, at: context.now })))
      throw refuseShared('shared.stale', { current: { answer: remark.answer, version: remark.version } });
    await record(tx, context, {
      operation: 'answerStrategyRemark',
      subjectKind: 'strategy-remark',
      subjectId: remark.id,
      territoryId: remark.territory_id,
      organisationId: null,
      before: { answer: remark.answer },
      after: { answer },
      freeText: ['answer'],
    });
    return { id: remark.id, version: at.version + 1 };
  });
}
