import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { actOnInstance } from './instance-deed.ts';

type Operation = typeof commitmentsOperations.cancelInstance;

/** Ends one delivery that is no longer owed. Nobody ends what their own side owes. */
export async function cancelInstance(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, (tx) =>
    actOnInstance(tx, context, input, {
      operation: 'cancelInstance',
      act: 'instance-cancelled',
      by: 'impartial-overseer',
      decide: () => ({ standing_reason: input.body.reason, paused_from: null }),
    }),
  );
}
