import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findAgreementOf } from '#database/commitments/agreement-views.ts';
import { inScope } from '#database/connection.ts';
import { dayAfter } from '#domain/commitments/days.ts';
import { daysToCure } from '#domain/commitments/evidence.ts';
import { isOverdue } from '#domain/commitments/instance-standing.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { actOnInstance, type OpenedInstance } from './instance-deed.ts';

type Operation = typeof commitmentsOperations.noticeInstance;

/** Gives formal notice of what is overdue. The days to cure are those that were said, else those of the agreement. */
export async function noticeInstance(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, (tx) =>
    actOnInstance(tx, context, input, {
      operation: 'noticeInstance',
      act: 'noticed',
      by: 'overseer',
      decide: async (opened) => {
        const { instance, commitment, today } = opened;
        if (!isOverdue(instance, { today, commitment: commitment.standing })) {
          throw refuse('commitments.not-due-yet', { values: { day: instance.dueOn } });
        }
        if (instance.noticedOn !== null) throw refuse('commitments.already-noticed');
        const cureBy = input.body.cureBy ?? (await defaultCureBy(tx, opened));
        if (cureBy < today) throw refuse('commitments.day-past', { field: 'cureBy' });
        return { noticed_on: today, cure_by: cureBy, reply: null, replied_on: null };
      },
    }),
  );
}

async function defaultCureBy(tx: Transaction, { commitment, today }: OpenedInstance): Promise<string> {
  const { agreementId } = commitment;
  const agreement = agreementId === null ? undefined : await findAgreementOf(tx, agreementId);
  return dayAfter(today, agreement?.cure_days ?? daysToCure);
}
