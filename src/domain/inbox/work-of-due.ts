import { isOverdue, isUndelivered } from '#domain/commitments/instance-standing.ts';
import type { CommitmentStanding, InstanceStanding } from '#domain/commitments/vocabulary.ts';
import { addCalendarDays } from '#domain/shared/calendar.ts';
import type { Day } from '#domain/shared/dates.ts';
import { ladderPlace } from './breach-ladder.ts';
import { daysAhead } from './reminder-stages.ts';
import type { WorkKind } from './work.ts';

/** One due date, as far as what is to be done about it depends on it. */
export type Due = {
  readonly commitment: CommitmentStanding;
  readonly standing: InstanceStanding;
  readonly dueOn: Day;
  readonly pausedFrom: Day | null;
  readonly verifyBy: Day | null;
  readonly noticedOn: Day | null;
  readonly cureBy: Day | null;
  readonly curedOn: Day | null;
  readonly breachedOn: Day | null;
  readonly repliedOn: Day | null;
  readonly isWithinAgreement: boolean;
};

/** On which side of it somebody stands: `oversee` for the commission. */
export type DueSide = 'owe' | 'verify' | 'oversee';

type Asked = { readonly kind: WorkKind; readonly onDay: Day | null };

/** What one due date asks of somebody on one side of it, and by when; null where it asks nothing now. */
export function workOfDue(due: Due, side: DueSide, today: Day): Asked | null {
  // What belongs to an agreement is agreed by signing that.
  if (due.commitment === 'proposed')
    return side === 'owe' && !due.isWithinAgreement ? { kind: 'agree', onDay: null } : null;
  if (due.commitment !== 'agreed' || due.pausedFrom !== null) return null;
  if (due.standing === 'delivered') return workOnDelivered(due, side, today);
  if (!isUndelivered(due.standing)) return null;
  if (side === 'owe') return workOfObligor(due, today);
  return side === 'oversee' ? workOfCommission(due, today) : null;
}

function workOnDelivered(due: Due, side: DueSide, today: Day): Asked | null {
  if (side === 'verify') return { kind: 'verify', onDay: due.verifyBy };
  const isSilent = due.verifyBy !== null && due.verifyBy < today;
  return side === 'oversee' && isSilent ? { kind: 'verify-instead', onDay: null } : null;
}

function workOfObligor(due: Due, today: Day): Asked | null {
  const isNoticed = due.noticedOn !== null && due.curedOn === null;
  if (isNoticed && due.repliedOn === null) return { kind: 'answer-notice', onDay: due.cureBy ?? due.dueOn };
  if (due.standing === 'sent-back') return { kind: 'mend', onDay: due.dueOn };
  const isNear = due.dueOn <= addCalendarDays(today, daysAhead);
  return isNear ? { kind: 'deliver', onDay: due.dueOn } : null;
}

function workOfCommission(due: Due, today: Day): Asked | null {
  const facts = { ...due, isOverdue: isOverdue(due, { today, commitment: due.commitment }), agreement: null };
  const { next } = ladderPlace(facts, today);
  if (next?.rung === 'formal-notice') return { kind: 'give-notice', onDay: null };
  return next?.rung === 'remedy' ? { kind: 'decide-after-cure', onDay: null } : null;
}
