import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { deleteActionRow } from '#database/plans/action-store.ts';
import { refuse } from '#domain/plans/refusals.ts';
import type { Context } from '../context.ts';
import { auditedAction, freeTextOfTrail, openAction, staleAction } from './action-deed.ts';
import { recordPart } from './plan-deed.ts';

type Operation = typeof plansOperations.removePlanAction;

export async function removePlanAction(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { plan, action } = await openAction(tx, context, { id: input.actionId, version: input.version });
    const { id } = action.content;
    const deletion = await deleteActionRow(tx, { id, version: action.version });
    if (deletion === 'depended-upon') throw refuse('plans.has-consequences');
    if (deletion === 'stale') throw staleAction(action);
    await recordPart(tx, context, plan, {
      operation: 'removePlanAction',
      kind: 'plan-action',
      id,
      before: auditedAction(action),
      after: null,
      freeText: freeTextOfTrail,
    });
    return { done: true };
  });
}
