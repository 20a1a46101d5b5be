import { addCalendarDays } from '#domain/shared/calendar.ts';
import type { Day } from '#domain/shared/dates.ts';

/** What somebody has to do. Words: `inbox.do.<kind>` the button, `inbox.why.<kind>` the reason. */
export const workKinds = [
  'agree',
  'deliver',
  'mend',
  'answer-notice',
  'verify',
  'verify-instead',
  'give-notice',
  'decide-after-cure',
  'confirm-text',
  'record-approval',
  'sign',
  'confirm-signature',
  'answer-clause-remarks',
  'answer-agreement-notice',
  'decide-notice',
  'pay-balance',
  'see-end',
  'see-renewal',
  'see-suspension',
  'see-cure',
  'see-settlement',
  'mend-plan',
  'answer-plan-remarks',
  'review-plan',
  'answer-help',
  'remark-on-strategy',
  'answer-strategy-remarks',
  'mend-report',
  'report',
  'review-report',
] as const;
export type WorkKind = (typeof workKinds)[number];

/** What a thing to do is about. */
export const workSubjects = [
  'commitment',
  'agreement',
  'plan',
  'path',
  'strategy',
  'report',
  'report-cycle',
] as const;
export type WorkSubject = (typeof workSubjects)[number];

/** One thing to do: what, about what, by when. Nothing of it is stored: it follows from how things stand. */
export type Work = {
  readonly kind: WorkKind;
  readonly subject: WorkSubject;
  /** The thing whose page it is done on. */
  readonly subjectId: string;
  /** The version of a strategy. */
  readonly withinId: string | null;
  /** The very part: a due date, a remark, a notice. Whoever was told of it is not told again. */
  readonly partId: string;
  readonly title: string;
  readonly onDay: Day | null;
  readonly mark: number | null;
  readonly count: number;
  readonly territoryId: number;
  readonly isPublic: boolean;
  readonly example: boolean;
};

/** The groups of the list. Words: `inbox.group.<group>`. */
export const workGroups = ['overdue', 'week', 'later', 'undated'] as const;
export type WorkGroup = (typeof workGroups)[number];

/** In which group of the list something stands. */
export function groupOf(onDay: Day | null, today: Day): WorkGroup {
  if (onDay === null) return 'undated';
  if (onDay < today) return 'overdue';
  return onDay <= addCalendarDays(today, 7) ? 'week' : 'later';
}

/** By day, the earliest first; what has no day comes last; among equals always in one order. Each thing once. */
export function inOrder(work: readonly Work[]): Work[] {
  const once = new Map(work.map((one) => [`${one.kind} ${one.partId}`, one]));
  return [...once.values()].toSorted(
    (one, other) =>
      (one.onDay ?? '9999').localeCompare(other.onDay ?? '9999') ||
      workKinds.indexOf(one.kind) - workKinds.indexOf(other.kind) ||
      (one.partId < other.partId ? -1 : 1),
  );
}
