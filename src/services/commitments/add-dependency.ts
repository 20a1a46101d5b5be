import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { insertDependencies } from '#database/commitments/commitment-store.ts';
import { doesNeed } from '#database/commitments/commitment-views.ts';
import { inScope } from '#database/connection.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { standingAfter } from '#domain/commitments/acts.ts';
import { permitPropose } from '#domain/commitments/permissions.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { getCommitmentRow, keepActs } from './commitment-deed.ts';
import { openCommitment } from './open-commitment.ts';

type Operation = typeof commitmentsOperations.addDependency;

/** Says that a commitment needs another first. A circle is refused, also one through commitments that the caller does not see. */
export async function addDependency(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { prerequisiteId, reason, confirmText } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { commitment, concerned, today } = await openCommitment(tx, context, input);
    permitPropose(context.actor, concerned);
    standingAfter(commitment.standing, 'dependency-added');
    refusePersonalText({ reason }, confirmText);
    const prerequisite = await getCommitmentRow(tx, prerequisiteId);
    standingAfter(prerequisite.standing, 'dependency-added');
    if (prerequisiteId === commitment.id || (await doesNeed(tx, prerequisiteId, commitment.id))) {
      throw refuse('commitments.circle', { field: 'prerequisiteId', values: { what: prerequisite.what } });
    }
    await insertDependencies(tx, [
      {
        commitment_id: commitment.id,
        prerequisite_id: prerequisiteId,
        territory_id: commitment.territoryId,
        reason,
      },
    ]);
    const details = { otherId: prerequisiteId };
    await keepActs(tx, context, [{ commitment, act: 'dependency-added', on: today, reason, details }]);
    await record(tx, context, {
      operation: 'addDependency',
      subjectKind: 'commitment',
      subjectId: commitment.id,
      territoryId: commitment.territoryId,
      organisationId: null,
      before: null,
      after: { prerequisiteId, reason },
      freeText: ['reason'],
    });
    return { done: true };
  });
}
