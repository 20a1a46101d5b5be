import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { planningOperations } from '#contract/planning/index.ts';
import { inScope } from '#database/connection.ts';
import { answerHelp, findHelp, findPath } from '#database/planning/path-store.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { permitFollowPath } from '#domain/planning/permissions.ts';
import { refuse } from '#domain/planning/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { recordPath } from './path-deed.ts';

type Operation = typeof planningOperations.answerPlanningHelp;

/** Answers a request for help once; who asked finds the answer where they asked. */
export async function answerPlanningHelp(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { answer, confirmText } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const help = await findHelp(tx, input.helpId);
    const path = help && (await findPath(tx, help.path_id));
    if (!help || !path) throw refuse('planning.help-not-found');
    permitFollowPath(context.actor, path.territoryId);
    if (help.answered_on !== null) throw refuse('planning.help-answered');
    refusePersonalText({ answer }, confirmText);
    const on = await todayOf(tx, context, path.territoryId);
    const by = context.actor.kind === 'account' ? context.actor.accountId : null;
    const isSaved = await answerHelp(tx, { id: help.id, version: input.version }, { answer, on, by });
    if (!isSaved) throw refuseShared('shared.stale', { current: { version: help.version } });
    await recordPath(tx, context, path, {
      operation: 'answerPlanningHelp',
      before: { step: help.step, answer: null },
      after: { step: help.step, answer },
    });
    return { id: help.id, version: help.version + 1 };
  });
}
