import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { permitOversee } from '#domain/commitments/permissions.ts';
import type { Context } from '../context.ts';
import { actOnCommitment, permitImpartial } from './open-commitment.ts';

type Operation = typeof commitmentsOperations.cancelCommitment;

/** Ends a commitment that is no longer owed. Nobody ends what their own side owes; what was met stays met. */
export async function cancelCommitment(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, (tx) =>
    actOnCommitment(tx, context, input, {
      operation: 'cancelCommitment',
      act: 'cancelled',
      permit: async (opened) => {
        permitOversee(context.actor, opened.concerned);
        await permitImpartial(tx, context, opened);
      },
    }),
  );
}
