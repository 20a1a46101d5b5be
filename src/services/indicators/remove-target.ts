import type { indicatorsOperations } from '#contract/indicators/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { deleteTargetRow } from '#database/indicators/target-store.ts';
import type { Context } from '../context.ts';
import { openTarget, recordTarget, staleTarget } from './target-deed.ts';

type Operation = typeof indicatorsOperations.removeTarget;

export async function removeTarget(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const before = await openTarget(tx, context, input);
    if (!(await deleteTargetRow(tx, before))) throw staleTarget(before);
    await recordTarget(tx, context, 'removeTarget', { before, after: null });
    return { done: true };
  });
}
