import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { isQuiet } from '#database/commitments/quiet-period-views.ts';
import { inScope } from '#database/connection.ts';
import { dayAfter } from '#domain/commitments/days.ts';
import { daysToReply, mayPublishBreach } from '#domain/commitments/evidence.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import type { Context } from '../context.ts';
import { actOnInstance } from './instance-deed.ts';

type Operation = typeof commitmentsOperations.publishBreach;

/** Publishes a breach with the reply beside it: after notice and the days to reply, and not while an election keeps quiet. */
export async function publishBreach(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, (tx) =>
    actOnInstance(tx, context, input, {
      operation: 'publishBreach',
      act: 'breach-published',
      by: 'impartial-overseer',
      decide: async ({ instance, commitment, today }) => {
        if (instance.breachPublishedOn !== null) throw refuse('commitments.already-published');
        if (!mayPublishBreach(instance, today)) {
          const day = dayAfter(instance.noticedOn ?? today, daysToReply);
          throw refuse('commitments.reply-period', { values: { day } });
        }
        if (await isQuiet(tx, commitment.territoryId, today)) throw refuse('commitments.quiet-period');
        return { breach_published_on: today };
      },
    }),
  );
}
