import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import type { Context } from '../context.ts';
import { actOnInstance } from './instance-deed.ts';

type Operation = typeof commitmentsOperations.withdrawInstanceNotice;

/** Takes a notice back; that it was given stays in the history. */
export async function withdrawInstanceNotice(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, (tx) =>
    actOnInstance(tx, context, input, {
      operation: 'withdrawInstanceNotice',
      act: 'notice-withdrawn',
      by: 'impartial-overseer',
      decide: ({ instance }) => {
        if (instance.noticedOn === null) throw refuse('commitments.not-noticed');
        return { noticed_on: null, cure_by: null, reply: null, replied_on: null };
      },
    }),
  );
}
