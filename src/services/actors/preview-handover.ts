import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { prepareHandover, showHandedOver } from './plan-handover.ts';

type Operation = typeof actorsOperations.previewHandover;

export async function previewHandover(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { brief } = await prepareHandover(tx, context, input.body);
    return showHandedOver(tx, context, brief);
  });
}
