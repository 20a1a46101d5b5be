import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import type { Context } from '../context.ts';
import { actOnInstance } from './instance-deed.ts';

type Operation = typeof commitmentsOperations.declareBreach;

/** Declares a breach: after notice, and after the day by which it had to be cured. It stays among the parties until it is published. */
export async function declareBreach(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, (tx) =>
    actOnInstance(tx, context, input, {
      operation: 'declareBreach',
      act: 'breached',
      by: 'impartial-overseer',
      decide: ({ instance, today }) => {
        if (instance.noticedOn === null || instance.cureBy === null) throw refuse('commitments.not-noticed');
        if (today <= instance.cureBy) {
          throw refuse('commitments.still-to-cure', { values: { day: instance.cureBy } });
        }
        return { breached_on: today, standing_reason: input.body.reason };
      },
    }),
  );
}
