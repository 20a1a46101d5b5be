import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { mayAgree } from '#domain/commitments/permissions.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context } from '../context.ts';
import { actOnCommitment } from './open-commitment.ts';

type Operation = typeof commitmentsOperations.agreeCommitment;

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
      },
    ),
  );
}
