import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { planningOperations } from '#contract/planning/index.ts';
import { inScope } from '#database/connection.ts';
import { listPathNeeds } from '#database/planning/path-views.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { refuse } from '#domain/planning/refusals.ts';
import { tickableIn } from '#domain/planning/sessions.ts';
import type { Context, Transaction } from '../context.ts';
import { changeStep, factsOf, openStep, refuseClosedPath, type OpenStep } from './path-deed.ts';

type Operation = typeof planningOperations.savePlanningStep;

/** Keeps a session as far as it has got. An obstacle keeps the day on which it was first stated. */
export async function savePlanningStep(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const open = await openStep(tx, context, input);
    const { step, today } = open;
    refuseClosedPath(open.path);
    refusePersonalText({ notes: body.notes, obstacle: body.obstacle }, body.confirmText);
    const tickable = tickableIn(step.step);
    const needs = step.step === 3 ? [...new Set(body.needs)] : [];
    await refuseUnknownNeeds(tx, open, needs);
    const ticked = tickable.filter((key) => body.ticked.includes(key));
    const since = step.obstacle === null ? today : step.obstacleSince;
    return changeStep(tx, context, open, {
      operation: 'savePlanningStep',
      change: {
        answers: { ticked, needs, notes: body.notes },
        obstacle: { text: body.obstacle, since: body.obstacle === null ? null : since },
      },
    });
  });
}

// What is chosen is a need that stands in the place, or was chosen before.
async function refuseUnknownNeeds(tx: Transaction, open: OpenStep, needs: readonly string[]): Promise<void> {
  if (needs.length === 0) return;
  const { territory } = await factsOf(tx, open.path, open.steps, open.today);
  const known = new Set((await listPathNeeds(tx, territory, needs)).map(({ id }) => id));
  const before = new Set(open.step.answers.needs);
  if (needs.some((id) => !known.has(id) && !before.has(id)))
    throw refuse('planning.need-not-found', { field: 'needs' });
}
