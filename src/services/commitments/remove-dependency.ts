import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { deleteDependency } from '#database/commitments/commitment-store.ts';
import { inScope } from '#database/connection.ts';
import { standingAfter } from '#domain/commitments/acts.ts';
import { permitPropose } from '#domain/commitments/permissions.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { keepActs } from './commitment-deed.ts';
import { openCommitment } from './open-commitment.ts';

type Operation = typeof commitmentsOperations.removeDependency;

/** Says that a commitment does not need another any more; that it did stays in the history. */
export async function removeDependency(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { prerequisiteId } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { commitment, concerned, today } = await openCommitment(tx, context, {
      commitmentId: input.commitmentId,
    });
    permitPropose(context.actor, concerned);
    standingAfter(commitment.standing, 'dependency-removed');
    if (!(await deleteDependency(tx, { commitmentId: commitment.id, prerequisiteId }))) {
      throw refuse('commitments.dependency-not-found');
    }
    const details = { otherId: prerequisiteId };
    await keepActs(tx, context, [{ commitment, act: 'dependency-removed', on: today, details }]);
    await record(tx, context, {
      operation: 'removeDependency',
      subjectKind: 'commitment',
      subjectId: commitment.id,
      territoryId: commitment.territoryId,
      organisationId: null,
      before: { prerequisiteId },
      after: null,
    });
    return { done: true };
  });
}
