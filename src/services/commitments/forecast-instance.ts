import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import type { Context } from '../context.ts';
import { actOnInstance } from './instance-deed.ts';

type Operation = typeof commitmentsOperations.forecastInstance;

/** Says when it will come. A day after the due day puts it at risk, and those who wait for it too. */
export async function forecastInstance(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, (tx) =>
    actOnInstance(tx, context, input, {
      operation: 'forecastInstance',
      act: 'forecast',
      by: 'obliged',
      decide: ({ today }) => {
        if (input.body.forecastOn < today) throw refuse('commitments.day-past', { field: 'forecastOn' });
        return { forecast_on: input.body.forecastOn, forecast_reason: input.body.reason };
      },
      details: () => ({ to: input.body.forecastOn }),
    }),
  );
}
