import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { permitOversee } from '#domain/commitments/permissions.ts';
import type { Context } from '../context.ts';
import { actOnCommitment } from './open-commitment.ts';

type Operation = typeof commitmentsOperations.publishCommitment;

/** From here on everyone reads what was agreed. Late and breached states still wait for notice and reply. */
export async function publishCommitment(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, (tx) =>
    actOnCommitment(tx, context, input, {
      operation: 'publishCommitment',
      act: 'published',
      isPublic: true,
      permit: ({ concerned }) => permitOversee(context.actor, concerned),
    }),
  );
}
