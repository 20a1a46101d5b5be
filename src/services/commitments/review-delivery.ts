import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { InstanceRow } from '#database/commitments/commitment-columns.ts';
import type { Updates } from '#database/commitments/commitment-store.ts';
import { findEvidenceOf, updateEvidence, type EvidenceRow } from '#database/commitments/evidence-store.ts';
import { inScope } from '#database/connection.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { instanceStandingAfter } from '#domain/commitments/acts.ts';
import { hasPassedToCommission } from '#domain/commitments/evidence.ts';
import { permitVerify, type VerifyingFor } from '#domain/commitments/permissions.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import type { Review } from '#domain/commitments/vocabulary.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { changeInstance, keepActs, recordCommitments, type Done } from './commitment-deed.ts';
import { openInstance, type OpenedInstance } from './instance-deed.ts';
import { ownOrganisationsOf } from './own-organisations.ts';
import { findObligedSide } from './resolve-parties.ts';

type Operation = typeof commitmentsOperations.reviewDelivery;

const actOf = { accepted: 'accepted', rejected: 'rejected', more: 'more-asked' } as const;

/** Says of all that waits whether it proves the commitment: by whoever verifies, never the side that owes, nor who handed it in. */
export async function reviewDelivery(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { result, reason, confirmText } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const opened = await openInstance(tx, context, input);
    const { instance, commitment } = opened;
    const waiting = await findWaiting(tx, instance.id);
    const by = await permitReview(tx, context, opened, waiting);
    const at = { commitment: commitment.standing, instance: instance.standing };
    const standing = instanceStandingAfter(actOf[result], at);
    if (result !== 'accepted' && reason === null) {
      throw refuse('commitments.reason-missing', { field: 'reason' });
    }
    refusePersonalText({ reason }, confirmText);
    await markReviewed(tx, context, { waiting, by, result, reason, on: opened.today });
    const values = { ...outcomeOf(instance, by, result, opened.today), standing };
    const after = await changeInstance(tx, instance, values);
    await keepActs(
      tx,
      context,
      doneOf(opened, by, result, reason).map((done) => ({ ...done, commitment })),
    );
    await recordCommitments(tx, context, 'reviewDelivery', [], [{ before: instance, after }]);
    return { id: after.id, version: after.version };
  });
}

async function findWaiting(tx: Transaction, instanceId: string): Promise<EvidenceRow[]> {
  const all = (await findEvidenceOf(tx, [instanceId])).get(instanceId) ?? [];
  return all.filter((row) => row.review === null && row.withdrawn_on === null);
}

async function permitReview(
  tx: Transaction,
  context: Context,
  { commitment, concerned, instance, today }: OpenedInstance,
  waiting: readonly EvidenceRow[],
): Promise<VerifyingFor> {
  return permitVerify(context.actor, {
    concerned,
    obligedSide: await findObligedSide(tx, commitment.country, commitment.obliged),
    ownOrganisations: await ownOrganisationsOf(tx, context.actor, today),
    submitters: waiting.map((row) => row.submitted_by),
    hasPassed: hasPassedToCommission(instance, today),
  });
}

async function markReviewed(
  tx: Transaction,
  context: Context,
  given: {
    readonly waiting: readonly EvidenceRow[];
    readonly by: VerifyingFor;
    readonly result: Review;
    readonly reason: string | null;
    readonly on: string;
  },
): Promise<void> {
  for (const row of given.waiting) {
    const isSaved = await updateEvidence(tx, row, {
      review: given.result,
      reviewed_on: given.on,
      reviewed_by: context.actor.kind === 'account' ? context.actor.accountId : null,
      reviewer_party: given.by.party?.id ?? null,
      review_reason: given.reason,
    });
    if (!isSaved) throw refuseShared('shared.stale', { current: row });
  }
}

// The day on which it was handed in goes on deciding punctuality once it is accepted; what was sent back was not handed in.
function outcomeOf(instance: InstanceRow, by: VerifyingFor, result: Review, today: string): Updates {
  const always: Updates = {
    first_review: instance.firstReview ?? result,
    ...(by.party === null && instance.verifyBy !== null && today > instance.verifyBy
      ? { passed_to_commission_on: today }
      : {}),
  };
  if (result !== 'accepted') return { ...always, delivered_on: null, verify_by: null };
  return {
    ...always,
    verified_on: today,
    verified_by_party: by.party?.id ?? null,
    ...(instance.noticedOn === null ? {} : { cured_on: today }),
  };
}

function doneOf(
  { instance, today, concerned }: OpenedInstance,
  by: VerifyingFor,
  result: Review,
  reason: string | null,
): Done[] {
  const base = { on: today, instanceId: instance.id, forParty: by.party?.id ?? null };
  const silent = concerned.verifier?.id ?? null;
  const hasPassed = by.party === null && silent !== null && hasPassedToCommission(instance, today);
  return [
    ...(hasPassed ? [{ ...base, act: 'passed-to-commission' as const, details: { silent } }] : []),
    { ...base, act: actOf[result], reason },
    ...(result === 'accepted' && instance.noticedOn !== null ? [{ ...base, act: 'cured' as const }] : []),
  ];
}
