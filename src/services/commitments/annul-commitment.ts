import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { permitPropose } from '#domain/commitments/permissions.ts';
import type { Context } from '../context.ts';
import { actOnCommitment, permitImpartial } from './open-commitment.ts';

type Operation = typeof commitmentsOperations.annulCommitment;

/** Annuls a wrong entry: a proposal, whoever may enter one; what was agreed, whoever oversees and is not of the side that owes. */
export async function annulCommitment(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, (tx) =>
    actOnCommitment(tx, context, input, {
      operation: 'annulCommitment',
      act: 'annulled',
      permit: async (opened) => {
        permitPropose(context.actor, opened.concerned);
        if (opened.commitment.standing !== 'proposed') await permitImpartial(tx, context, opened);
      },
    }),
  );
}
