import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { isQuiet } from '#database/commitments/quiet-period-views.ts';
import { findAgreementOf } from '#database/commitments/agreement-views.ts';
import type { CommitmentRow } from '#database/commitments/commitment-columns.ts';
import { inScope } from '#database/connection.ts';
import { daysToReply, lastDayToReply, mayPublishBreach } from '#domain/commitments/evidence.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import type { Context, Transaction } from '../context.ts';
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
        const replyDays = await replyDaysOf(tx, commitment);
        if (!mayPublishBreach(instance, { today, replyDays })) {
          const day = lastDayToReply(instance.noticedOn ?? today, replyDays);
          throw refuse('commitments.reply-period', { values: { day } });
        }
        if (await isQuiet(tx, commitment.territoryId, today)) throw refuse('commitments.quiet-period');
        return { breach_published_on: today };
      },
    }),
  );
}

/** The days to reply are those of the agreement's instrument; of a commitment outside an agreement, the usual ones. */
async function replyDaysOf(tx: Transaction, { agreementId }: CommitmentRow): Promise<number> {
  const agreement = agreementId === null ? undefined : await findAgreementOf(tx, agreementId);
  return agreement?.reply_days ?? daysToReply;
}
