import { findAgreementOf, findActionOf } from '#database/commitments/agreement-views.ts';
import type { CommitmentRow, InstanceRow } from '#database/commitments/commitment-columns.ts';
import {
  findActs,
  findCommitments,
  findDependents,
  findInstances,
  findPrerequisites,
} from '#database/commitments/commitment-views.ts';
import { findEvidenceOf, findFilesOfEvidence } from '#database/commitments/evidence-store.ts';
import { findQuietCommitments } from '#database/commitments/quiet-period-views.ts';
import { findPartyRows } from '#database/commitments/party-views.ts';
import { findProblems } from '#database/diagnosis/need-views.ts';
import { holdsBack } from '#domain/commitments/holding-back.ts';
import { isUndelivered } from '#domain/commitments/instance-standing.ts';
import type { Transaction } from '../context.ts';

/** Everything that the page of a commitment tells, read with few questions. */
export type Around = Awaited<ReturnType<typeof readAround>>;

export async function readAround(tx: Transaction, commitment: CommitmentRow, today: string) {
  const prerequisites = await findPrerequisites(tx, [commitment.id]);
  const dependents = await findDependents(tx, commitment.id);
  const otherIds = [
    ...prerequisites.map((row) => row.prerequisite_id),
    ...dependents.map((row) => row.commitment_id),
  ];
  const others = new Map((await findCommitments(tx, otherIds)).map((row) => [row.id, row]));
  const instances = await findInstances(tx, [commitment.id, ...others.keys()]);
  const own = instances.get(commitment.id) ?? [];
  const evidence = await findEvidenceOf(
    tx,
    own.map(({ id }) => id),
  );
  const acts = await findActs(tx, commitment.id);
  const rows = [...evidence.values()].flat();
  const parties = await findPartyRows(tx, [
    ...namedIn(acts, rows),
    ...partiesIn([commitment, ...others.values()]),
  ]);
  const action = commitment.planActionId ? await findActionOf(tx, commitment.planActionId) : undefined;
  const agreement = commitment.agreementId ? await findAgreementOf(tx, commitment.agreementId) : undefined;
  return {
    today,
    quiet: await findQuietCommitments(tx, [commitment.id, ...others.keys()], today),
    instances: own,
    evidence,
    acts,
    parties,
    others,
    prerequisites,
    dependents,
    instancesOf: (id: string) => instances.get(id) ?? [],
    files: await findFilesOfEvidence(
      tx,
      rows.map((row) => row.file_id),
    ),
    need: (await findProblems(tx, [commitment.needId])).get(commitment.needId ?? '') ?? null,
    action,
    agreement,
  };
}

function namedIn(
  acts: readonly { readonly for_party: string | null }[],
  evidence: readonly { readonly for_party: string; readonly reviewer_party: string | null }[],
) {
  return [
    ...acts.map((act) => act.for_party),
    ...evidence.flatMap((row) => [row.for_party, row.reviewer_party]),
  ];
}

function partiesIn(commitments: readonly CommitmentRow[]) {
  return commitments.flatMap((one) => [
    one.obligor.id,
    ...one.coObliged.map(({ id }) => id),
    one.beneficiary?.id,
    one.verifier?.id,
  ]);
}

type Other = Pick<CommitmentRow, 'id' | 'standing'>;

/** Whether some time that a prerequisite falls due holds back one time that the dependent does. */
export function isHeldBackBy(
  dependent: Pick<InstanceRow, 'dueOn' | 'standing'>,
  prerequisite: Other,
  around: Pick<Around, 'instancesOf' | 'today'>,
): boolean {
  if (!isUndelivered(dependent.standing)) return false;
  const at = { today: around.today, commitment: prerequisite.standing };
  return around.instancesOf(prerequisite.id).some((instance) => holdsBack(instance, dependent.dueOn, at));
}
