import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { planningOperations } from '#contract/planning/index.ts';
import { inScope } from '#database/connection.ts';
import { insertHelp } from '#database/planning/path-store.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { openStep, recordPath, refuseClosedPath } from './path-deed.ts';

type Operation = typeof planningOperations.askPlanningHelp;

/** Asks the centre for help from a session; the centre sees it first on its page. */
export async function askPlanningHelp(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { question, confirmText } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { path, step, today } = await openStep(tx, context, input);
    refuseClosedPath(path);
    refusePersonalText({ question }, confirmText);
    const id = newId();
    await insertHelp(tx, {
      id,
      path_id: path.id,
      step: step.step,
      territory_id: path.territoryId,
      organisation_id: path.organisationId,
      question,
      asked_on: today,
      asked_by: context.actor.kind === 'account' ? context.actor.accountId : null,
    });
    await recordPath(tx, context, path, {
      operation: 'askPlanningHelp',
      before: null,
      after: { step: step.step, question },
    });
    return { id };
  });
}
