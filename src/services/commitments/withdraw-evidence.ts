import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import {
  findEvidenceOf,
  updateEvidence,
  updateFileOfEvidence,
} from '#database/commitments/evidence-store.ts';
import { inScope } from '#database/connection.ts';
import { instanceStandingAfter } from '#domain/commitments/acts.ts';
import { verifyBy } from '#domain/commitments/evidence.ts';
import { permitForObliged } from '#domain/commitments/permissions.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context } from '../context.ts';
import { changeInstance, keepActs, recordCommitments } from './commitment-deed.ts';
import { openEvidence } from './evidence-deed.ts';

type Operation = typeof commitmentsOperations.withdrawEvidence;

/** Takes evidence back that nobody has reviewed. Without other evidence that waits, nothing was handed in. */
export async function withdrawEvidence(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { evidence, opened } = await openEvidence(tx, context, input);
    const { instance, commitment, concerned, today } = opened;
    const party = permitForObliged(context.actor, concerned);
    if (evidence.review !== null || evidence.withdrawn_on !== null) {
      throw refuse('commitments.evidence-reviewed');
    }
    const at = { commitment: commitment.standing, instance: instance.standing };
    const begun = instanceStandingAfter('evidence-withdrawn', at);
    const isSaved = await updateEvidence(tx, evidence, { withdrawn_on: today, visibility: 'private' });
    if (!isSaved) throw refuseShared('shared.stale', { current: evidence });
    if (evidence.file_id) await updateFileOfEvidence(tx, evidence.file_id, { visibility: 'private' });
    const all = (await findEvidenceOf(tx, [instance.id])).get(instance.id) ?? [];
    const first = all.find((row) => row.review === null && row.withdrawn_on === null);
    const after = await changeInstance(tx, instance, {
      standing: first ? instance.standing : begun,
      delivered_on: first?.submitted_on ?? null,
      verify_by: first ? verifyBy(first.submitted_on) : null,
    });
    const done = { act: 'evidence-withdrawn', on: today, instanceId: instance.id } as const;
    await keepActs(tx, context, [{ commitment, ...done, forParty: party.id }]);
    await recordCommitments(tx, context, 'withdrawEvidence', [], [{ before: instance, after }]);
    return { done: true };
  });
}
