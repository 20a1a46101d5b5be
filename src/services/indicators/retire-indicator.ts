import type { indicatorsOperations } from '#contract/indicators/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { listRatiosOf } from '#database/indicators/use-views.ts';
import { refuse } from '#domain/indicators/refusals.ts';
import type { Context } from '../context.ts';
import { actOnIndicator, openIndicator } from './indicator-deed.ts';

type Operation = typeof indicatorsOperations.retireIndicator;

/** Retires an indicator: it takes no more figures, and those that it has stay. What a ratio is made of is not retired under it. */
export async function retireIndicator(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const before = await openIndicator(tx, context, input);
    const ratios = await listRatiosOf(tx, before.id);
    if (ratios.some(({ standing }) => standing !== 'retired')) throw refuse('indicators.is-part');
    const { reason } = input.body;
    return actOnIndicator(tx, context, before, { operation: 'retireIndicator', act: 'retired', reason });
  });
}
