import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { planningOperations } from '#contract/planning/index.ts';
import { inScope } from '#database/connection.ts';
import { closePath, findOpenPath } from '#database/planning/path-store.ts';
import { refuse } from '#domain/planning/refusals.ts';
import type { Context } from '../context.ts';
import { changeStep, openStep } from './path-deed.ts';

type Operation = typeof planningOperations.reopenPlanningStep;

/** Takes a session up again; a path that had been walked is walked again from there, unless another was begun since. */
export async function reopenPlanningStep(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const open = await openStep(tx, context, input);
    if (open.step.doneOn === null) throw refuse('planning.step-not-done');
    if (open.path.closedOn !== null) {
      if (await findOpenPath(tx, open.path.organisationId)) throw refuse('planning.path-closed');
      await closePath(tx, open.path.id, null);
    }
    return changeStep(tx, context, open, { operation: 'reopenPlanningStep', change: { doneOn: null } });
  });
}
