import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { insertAction } from '#database/plans/action-store.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { getProgrammeOf } from './action-body.ts';
import { openToWrite, recordPart } from './plan-deed.ts';

type Operation = typeof plansOperations.addPlanAction;

/** An action by its title: what the rest is can be written when there is time. */
export async function addPlanAction(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { title, programmeId, confirmText } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const plan = await openToWrite(tx, context, { id: input.planId });
    refusePersonalText({ title }, confirmText);
    if (programmeId !== null) await getProgrammeOf(tx, programmeId, plan.id);
    const id = newId();
    const home = { id, planId: plan.id, territoryId: plan.territoryId };
    // Later ones stand below: ids are in order of time.
    await insertAction(tx, { ...home, title, programmeId, position: 0 });
    await recordPart(tx, context, plan, {
      operation: 'addPlanAction',
      kind: 'plan-action',
      id,
      before: null,
      after: { title, programmeId },
      freeText: ['title'],
    });
    return { id, version: 1 };
  });
}
