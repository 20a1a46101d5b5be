import type { CommitmentRow, InstanceRow } from '#database/commitments/commitment-columns.ts';
import type { EvidenceRow } from '#database/commitments/evidence-store.ts';
import type { AgreementStanding } from '#domain/agreements/lifecycle.ts';
import { ladderPlace } from '#domain/inbox/breach-ladder.ts';
import type { Actor } from '#domain/access/actor.ts';
import { daysToReply, hasPassedToCommission } from '#domain/commitments/evidence.ts';
import {
  isOverdue,
  isUndelivered,
  showInstance,
  type InstanceShown,
} from '#domain/commitments/instance-standing.ts';
import { mayVerify, type Concerned } from '#domain/commitments/permissions.ts';
import { possibleInstanceActs, type Standpoint } from '#domain/commitments/possible-acts.ts';
import { isToldOfLateness, stateFor, type SeenBy } from '#domain/commitments/state-in-public.ts';
import type { EvidenceKind, EvidenceVisibility, Review } from '#domain/commitments/vocabulary.ts';
import { isHeldBackBy, type Around } from './read-around.ts';
import type { PartyNames } from './show-parties.ts';

/** Who reads, and what they are to the commitment. */
export type Reader = Standpoint & {
  readonly actor: Actor;
  readonly concerned: Concerned;
  /** Reads all that the parties and the centre read. */
  readonly isInside: boolean;
  readonly obligedSide: ReadonlySet<string>;
  readonly ownOrganisations: readonly string[];
};

/** How an instance stands for whoever reads: everyone is told of lateness only once it was published. */
export function shownState(
  commitment: Pick<CommitmentRow, 'id' | 'standing'>,
  instance: InstanceRow,
  around: Pick<Around, 'today' | 'prerequisites' | 'others' | 'instancesOf' | 'quiet'>,
  isInside: boolean,
): InstanceShown {
  const waitsForLate = around.prerequisites.some((row) => {
    const prerequisite = around.others.get(row.prerequisite_id);
    return (
      row.commitment_id === commitment.id &&
      prerequisite !== undefined &&
      isHeldBackBy(instance, prerequisite, around)
    );
  });
  const at = { today: around.today, commitment: commitment.standing, waitsForLate };
  return stateFor(showInstance(instance, at), seenBy(instance, around, isInside));
}

function seenBy(instance: InstanceRow, { quiet }: Pick<Around, 'quiet'>, isInsider: boolean): SeenBy {
  const isPublished = instance.breachPublishedOn !== null;
  return { isInsider, isPublished, isQuiet: quiet.has(instance.commitmentId) };
}

/** The times that a commitment falls due, each with its evidence and what whoever reads may do to it. */
export function showInstances(commitment: CommitmentRow, around: Around, reader: Reader, names: PartyNames) {
  return around.instances.map((instance) => {
    const state = shownState(commitment, instance, around, reader.isInside);
    const evidence = around.evidence.get(instance.id) ?? [];
    return {
      ...state,
      id: instance.id,
      sequence: instance.sequence,
      dueOn: instance.dueOn,
      firstDueOn: instance.firstDueOn,
      startedOn: instance.startedOn,
      deliveredOn: instance.deliveredOn,
      verifyBy: instance.verifyBy,
      hasPassed: reader.isInside && hasPassedToCommission(instance, around.today),
      verifiedOn: instance.verifiedOn,
      pausedFrom: instance.pausedFrom,
      ...ladderOf(instance, around, reader.isInside),
      ladder: reader.isInside ? rungOf(commitment, instance, around) : null,
      evidence: evidence.map((row) => showEvidence(row, around, reader, names)),
      possible: possibleOn(instance, evidence, { commitment, around, reader, isOverdue: state.isOverdue }),
      version: instance.version,
    };
  });
}

// What is not owed, or was kept, is on no rung; nobody climbs while the clocks are stopped.
function rungOf(commitment: CommitmentRow, instance: InstanceRow, around: Around) {
  const isClimbing = isUndelivered(instance.standing) || instance.standing === 'breached';
  if (commitment.standing !== 'agreed' || !isClimbing || instance.pausedFrom !== null) return null;
  const { today } = around;
  const standing = around.agreement?.standing ?? null;
  const facts = {
    ...instance,
    isOverdue: isOverdue(instance, { today, commitment: commitment.standing }),
    agreement: standing as AgreementStanding | null,
  };
  return ladderPlace(facts, today);
}

// What is between the parties until it is published, and while an election keeps quiet.
function ladderOf(instance: InstanceRow, around: Pick<Around, 'quiet'>, isInside: boolean) {
  const isTold = isToldOfLateness(seenBy(instance, around, isInside));
  const isEnded = instance.standing === 'waived' || instance.standing === 'cancelled';
  return {
    forecastOn: isInside ? instance.forecastOn : null,
    forecastReason: isInside ? instance.forecastReason : null,
    noticedOn: isTold ? instance.noticedOn : null,
    cureBy: isTold ? instance.cureBy : null,
    curedOn: isTold ? instance.curedOn : null,
    breachedOn: isTold ? instance.breachedOn : null,
    breachPublishedOn: isTold ? instance.breachPublishedOn : null,
    reply: isTold ? instance.reply : null,
    repliedOn: isTold ? instance.repliedOn : null,
    standingReason: isTold || isEnded ? instance.standingReason : null,
  };
}

function showEvidence(row: EvidenceRow, around: Around, reader: Reader, names: PartyNames) {
  const file = row.file_id === null ? undefined : around.files.get(row.file_id);
  const { actor } = reader;
  return {
    id: row.id,
    kind: row.kind as EvidenceKind,
    file: file ? showFile(file) : null,
    mayStrike: file !== undefined && reader.oversees,
    link: row.link,
    note: row.note,
    quantity: row.quantity === null ? null : Number(row.quantity),
    takenOn: row.taken_on,
    submittedOn: row.submitted_on,
    forParty: names.byId(row.for_party),
    isOwn: actor.kind === 'account' && row.submitted_by === actor.accountId,
    containsPersonal: row.contains_personal,
    containsMinors: row.contains_minors,
    visibility: row.visibility as EvidenceVisibility,
    review: row.review as Review | null,
    reviewedOn: row.reviewed_on,
    reviewerParty: names.byId(row.reviewer_party),
    reviewReason: reader.isInside ? row.review_reason : null,
    withdrawnOn: row.withdrawn_on,
    version: row.version,
  };
}

function showFile(file: NonNullable<ReturnType<Around['files']['get']>>) {
  const { redacted_at: at, redaction_order: order } = file;
  return {
    name: file.name,
    mediaType: file.media_type,
    bytes: Number(file.bytes),
    redaction:
      at === null || order === null
        ? null
        : {
            order,
            at: at.toISOString(),
            isWithdrawn: file.is_withdrawn,
            isOriginalKept: file.original_kept,
          },
  };
}

function possibleOn(
  instance: InstanceRow,
  evidence: readonly EvidenceRow[],
  at: {
    readonly commitment: CommitmentRow;
    readonly around: Around;
    readonly reader: Reader;
    readonly isOverdue: boolean;
  },
) {
  const { reader, around, commitment } = at;
  const waiting = evidence.filter((row) => row.review === null && row.withdrawn_on === null);
  const verifies = mayVerify(reader.actor, {
    concerned: reader.concerned,
    obligedSide: reader.obligedSide,
    ownOrganisations: reader.ownOrganisations,
    submitters: waiting.map((row) => row.submitted_by),
    hasPassed: hasPassedToCommission(instance, around.today),
  });
  return possibleInstanceActs(
    { ...instance, isOverdue: at.isOverdue, isPaused: instance.pausedFrom !== null },
    {
      commitment: commitment.standing,
      today: around.today,
      replyDays: around.agreement?.reply_days ?? daysToReply,
    },
    { ...reader, verifies },
  );
}
