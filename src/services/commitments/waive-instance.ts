import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { actOnInstance } from './instance-deed.ts';

type Operation = typeof commitmentsOperations.waiveInstance;

/** Lets whoever owes it off. Nobody lets their own side off. */
export async function waiveInstance(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, (tx) =>
    actOnInstance(tx, context, input, {
      operation: 'waiveInstance',
      act: 'waived',
      by: 'impartial-overseer',
      decide: () => ({ standing_reason: input.body.reason, paused_from: null }),
    }),
  );
}
