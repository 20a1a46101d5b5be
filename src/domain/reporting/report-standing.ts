import { addCalendarDays, daysFrom } from '#domain/shared/calendar.ts';
import type { Day } from '#domain/shared/dates.ts';
import { refuse } from './refusals.ts';

export const reportStandings = [
  'not-started',
  'draft',
  'sent',
  'returned',
  'approved',
  'final',
  'reopened',
] as const;
/** How a report stands. `approved` by some, not yet by all; `final` approved by all and closed to changes. */
export type ReportStanding = (typeof reportStandings)[number];

export const reportActs = ['started', 'sent', 'corrected', 'returned', 'approved', 'reopened'] as const;
export type ReportAct = (typeof reportActs)[number];

export type Stand = { readonly standing: ReportStanding; readonly step: number };

const from: Readonly<Record<ReportAct, readonly ReportStanding[]>> = {
  started: ['not-started'],
  sent: ['draft', 'not-started'],
  corrected: ['returned', 'reopened'],
  returned: ['sent', 'approved'],
  approved: ['sent', 'approved'],
  reopened: ['final'],
};

/** Whether an act may be done to a report that stands so. */
export function isPossible(act: ReportAct, standing: ReportStanding): boolean {
  return from[act].includes(standing);
}

/** How a report stands after an act. @throws Refusal `reporting.not-as-it-stands` */
export function standAfter(stand: Stand, act: ReportAct, steps: number): Stand {
  if (!isPossible(act, stand.standing)) throw refuse('reporting.not-as-it-stands');
  if (act === 'started') return { standing: 'draft', step: 0 };
  if (act === 'sent' || act === 'corrected') return { standing: 'sent', step: 0 };
  if (act === 'returned') return { standing: 'returned', step: 0 };
  if (act === 'reopened') return { standing: 'reopened', step: 0 };
  const step = stand.step + 1;
  return { standing: step >= steps ? 'final' : 'approved', step };
}

/** How a report stands by all that was done to it. */
export function standOf(acts: readonly ReportAct[], steps: number): Stand {
  return acts.reduce<Stand>((stand, act) => standAfter(stand, act, steps), {
    standing: 'not-started',
    step: 0,
  });
}

/** Whether answers may be typed. */
export function isFillable(standing: ReportStanding): boolean {
  return (
    standing === 'not-started' || standing === 'draft' || standing === 'returned' || standing === 'reopened'
  );
}

/** The act that sending is: the first time, or after it came back. */
export function sendingOf(standing: ReportStanding): 'sent' | 'corrected' {
  return standing === 'returned' || standing === 'reopened' ? 'corrected' : 'sent';
}

type Times = { readonly dueOn: Day; readonly graceDays: number; readonly firstSentOn: Day | null };

/** How many days after the last day with grace it was sent, or it is now without having been sent; 0 where it is in time. */
export function daysLate({ dueOn, graceDays, firstSentOn }: Times, today: Day): number {
  const last = addCalendarDays(dueOn, graceDays);
  const sent = firstSentOn ?? today;
  return sent > last ? daysFrom(dueOn, sent) : 0;
}

/** Where a report is counted on the board of its cycle. Words: `reporting.group.<group>`. */
export const boardGroups = ['final', 'inReview', 'returned', 'draft', 'notStarted'] as const;
export type BoardGroup = (typeof boardGroups)[number];

const groups: Readonly<Record<ReportStanding, BoardGroup>> = {
  'not-started': 'notStarted',
  draft: 'draft',
  sent: 'inReview',
  approved: 'inReview',
  returned: 'returned',
  reopened: 'returned',
  final: 'final',
};

export function boardGroupOf(standing: ReportStanding): BoardGroup {
  return groups[standing];
}

/** How complete and how timely a cycle is: what was sent, and what was sent in time, of all that is owed. */
export function completenessOf(
  reports: readonly { readonly standing: ReportStanding; readonly firstSentOn: Day | null }[],
  cycle: { readonly dueOn: Day; readonly graceDays: number },
  today: Day,
) {
  const counts = Object.fromEntries(boardGroups.map((group) => [group, 0])) as Record<BoardGroup, number>;
  for (const { standing } of reports) counts[boardGroupOf(standing)] += 1;
  const sent = reports.filter(({ firstSentOn }) => firstSentOn !== null);
  const late = (one: (typeof reports)[number]) =>
    daysLate({ ...cycle, firstSentOn: one.firstSentOn }, today) > 0;
  return {
    expected: reports.length,
    sent: sent.length,
    inTime: sent.filter((one) => !late(one)).length,
    overdue: reports.filter((one) => one.firstSentOn === null && late(one)).length,
    counts,
  };
}
