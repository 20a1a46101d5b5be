import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { planningOperations } from '#contract/planning/index.ts';
import { inScope } from '#database/connection.ts';
import { closePath, updateStep } from '#database/planning/path-store.ts';
import { checklistOf, refuseUnfinished, sessionAfter } from '#domain/planning/sessions.ts';
import type { Context } from '../context.ts';
import { changeStep, factsOf, openStep, refuseClosedPath } from './path-deed.ts';

type Operation = typeof planningOperations.finishPlanningStep;

/** Ends a session that has produced what it is for; the next one is reached the same day, and after the last the path is walked. */
export async function finishPlanningStep(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const open = await openStep(tx, context, input);
    const { path, steps, step, today } = open;
    refuseClosedPath(path);
    const { facts } = await factsOf(tx, path, steps, today);
    refuseUnfinished(step, checklistOf(step.step, facts, step.answers.ticked));
    const next = sessionAfter(step.step);
    const following = steps.find((one) => one.step === next);
    if (following && following.reachedOn === null)
      await updateStep(
        tx,
        { pathId: path.id, step: following.step, version: following.version },
        { reachedOn: today },
      );
    const left = steps.filter((one) => one.step !== step.step && one.doneOn === null);
    if (left.length === 0) await closePath(tx, path.id, today);
    // What stopped a session that is done stops it no longer.
    return changeStep(tx, context, open, {
      operation: 'finishPlanningStep',
      change: { doneOn: today, obstacle: { text: null, since: null } },
    });
  });
}
