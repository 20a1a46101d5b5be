import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { actOnInstance } from './instance-deed.ts';

type Operation = typeof commitmentsOperations.startInstance;

/** Whoever owes it has begun. */
export async function startInstance(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, (tx) =>
    actOnInstance(tx, context, input, {
      operation: 'startInstance',
      act: 'started',
      by: 'obliged',
      decide: ({ today }) => ({ started_on: today }),
    }),
  );
}
