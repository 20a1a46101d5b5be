import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { CommitmentRow } from '#database/commitments/commitment-columns.ts';
import { isNeedOf } from '#database/commitments/choice-views.ts';
import { inScope } from '#database/connection.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { answerOf, type CommitmentTerms } from '#domain/commitments/commitment.ts';
import { mayAgree } from '#domain/commitments/permissions.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { actOnCommitment } from './open-commitment.ts';

type Operation = typeof commitmentsOperations.agreeCommitment;
type Body = InputOf<Operation>['body'];

/** Makes a proposal outside any agreement what was agreed. What belongs to an agreement is agreed with it. */
export async function agreeCommitment(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { commitmentId, version, body } = input;
  return inScope(context.database, context.actor.scope, (tx) =>
    actOnCommitment(
      tx,
      context,
      { commitmentId, version },
      {
        operation: 'agreeCommitment',
        act: 'agreed',
        isPublic: body.isPublic,
        permit: ({ commitment, concerned }) => {
          if (!mayAgree(context.actor, concerned)) throw refuseShared('shared.forbidden');
          if (commitment.agreementId !== null) throw refuse('commitments.agreed-with-its-agreement');
        },
        complete: (commitment) => withItsAnswer(tx, commitment, body),
      },
    ),
  );
}

/** The commitment with the need that it answers, or why none; an action of a plan says it for what it consists of. */
async function withItsAnswer(
  tx: Transaction,
  commitment: CommitmentRow,
  { needId, noNeedReason, confirmText }: Body,
): Promise<CommitmentTerms> {
  refusePersonalText({ noNeedReason }, confirmText);
  const answer = answerOf(commitment, { needId, noNeedReason });
  if (answer === null) {
    if (commitment.planActionId !== null && needId === null) return commitment;
    throw refuse('commitments.need-or-reason', { field: 'needId' });
  }
  if (answer.needId !== null && !(await isNeedOf(tx, answer.needId, commitment.country)))
    throw refuse('commitments.need-not-found', { field: 'needId' });
  return { ...commitment, ...answer };
}
