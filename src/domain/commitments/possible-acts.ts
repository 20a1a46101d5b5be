import type { Day } from '#domain/shared/dates.ts';
import {
  commitmentActs,
  instanceActs,
  isPossible,
  isPossibleOnInstance,
  type CommitmentAct,
  type InstanceAct,
} from './acts.ts';
import { mayPublishBreach } from './evidence.ts';
import type { CommitmentStanding, InstanceStanding } from './vocabulary.ts';

/** What somebody is to a commitment. */
export type Standpoint = {
  readonly actsForObliged: boolean;
  readonly proposes: boolean;
  readonly oversees: boolean;
  readonly isOfObligedSide: boolean;
  readonly isWithinAgreement: boolean;
  /** Whether the text of its agreement may still be written, where it has one. */
  readonly isTextOpen: boolean;
};

/** What somebody may do to a commitment as it stands: what the screen offers. The services ask again. */
export function possibleActs(
  commitment: { readonly standing: CommitmentStanding; readonly isPublic: boolean },
  who: Standpoint,
): CommitmentAct[] {
  const may: Partial<Record<CommitmentAct, boolean>> = {
    corrected: who.proposes && who.isTextOpen,
    agreed: !who.isWithinAgreement && (who.actsForObliged || who.oversees),
    published: who.oversees && !commitment.isPublic,
    'dependency-added': who.proposes,
    'dependency-removed': who.proposes,
    cancelled: who.oversees && !who.isOfObligedSide,
    annulled:
      who.isTextOpen &&
      (commitment.standing === 'proposed' ? who.proposes : who.oversees && !who.isOfObligedSide),
  };
  return commitmentActs.filter((act) => may[act] === true && isPossible(act, commitment.standing));
}

type InstanceNow = {
  readonly standing: InstanceStanding;
  readonly noticedOn: Day | null;
  readonly cureBy: Day | null;
  readonly breachedOn: Day | null;
  readonly breachPublishedOn: Day | null;
  readonly repliedOn: Day | null;
  readonly isOverdue: boolean;
  readonly isPaused: boolean;
};

/** What somebody may do to one instance as it stands. */
export function possibleInstanceActs(
  instance: InstanceNow,
  at: { readonly commitment: CommitmentStanding; readonly today: Day; readonly replyDays: number },
  who: Standpoint & { readonly verifies: boolean },
): InstanceAct[] {
  const decides = who.oversees && !who.isOfObligedSide;
  const isNoticed = instance.noticedOn !== null;
  const may: Partial<Record<InstanceAct, boolean>> = {
    started: who.actsForObliged,
    forecast: who.actsForObliged,
    delivered: who.actsForObliged,
    accepted: who.verifies,
    rejected: who.verifies,
    'more-asked': who.verifies,
    noticed: who.oversees && !isNoticed && instance.isOverdue,
    'notice-withdrawn': decides && isNoticed,
    replied: who.actsForObliged && isNoticed,
    breached: decides && isNoticed && instance.cureBy !== null && at.today > instance.cureBy,
    'breach-published': decides && instance.breachPublishedOn === null && mayPublishBreach(instance, at),
    rescheduled: decides,
    waived: decides,
    'instance-cancelled': decides,
  };
  const now = { commitment: at.commitment, instance: instance.standing };
  return instanceActs.filter((act) => may[act] === true && isPossibleOnInstance(act, now));
}
