import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import type { Context } from '../context.ts';
import { actOnInstance } from './instance-deed.ts';

type Operation = typeof commitmentsOperations.replyToInstanceNotice;

/** What whoever owes it says to the notice. It may be said anew until the breach is published, and stands beside it. */
export async function replyToInstanceNotice(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { reply, confirmText } = input.body;
  return inScope(context.database, context.actor.scope, (tx) =>
    actOnInstance(
      tx,
      context,
      { ...input, body: { reason: reply, confirmText } },
      {
        operation: 'replyToInstanceNotice',
        act: 'replied',
        by: 'obliged',
        decide: ({ instance, today }) => {
          if (instance.noticedOn === null) throw refuse('commitments.not-noticed');
          return { reply, replied_on: today };
        },
      },
    ),
  );
}
