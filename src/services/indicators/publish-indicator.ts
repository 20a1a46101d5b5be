import type { indicatorsOperations } from '#contract/indicators/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { actOnIndicator, openIndicator } from './indicator-deed.ts';

type Operation = typeof indicatorsOperations.publishIndicator;

export async function publishIndicator(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const before = await openIndicator(tx, context, input);
    return actOnIndicator(tx, context, before, { operation: 'publishIndicator', act: 'published' });
  });
}
