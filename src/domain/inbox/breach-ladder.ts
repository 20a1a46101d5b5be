import type { AgreementStanding } from '#domain/agreements/lifecycle.ts';
import { addCalendarDays, daysFrom } from '#domain/shared/calendar.ts';
import type { Day } from '#domain/shared/dates.ts';
import { daysAhead } from './reminder-stages.ts';

/** What is done about a promise that is not kept, step by step. Words: `inbox.rung.<rung>`. */
export const rungs = [
  'reminder',
  'observation',
  'formal-notice',
  'cure',
  'remedy',
  'mediation',
  'termination',
  'settlement',
] as const;
export type Rung = (typeof rungs)[number];

/** From whom a rung is expected. Words: `inbox.rung-from.<who>`. */
export const rungHolders = ['installation', 'obligor', 'commission', 'parties'] as const;
export type RungHolder = (typeof rungHolders)[number];

const holders: Readonly<Record<Rung, RungHolder>> = {
  reminder: 'installation',
  observation: 'commission',
  'formal-notice': 'commission',
  cure: 'obligor',
  remedy: 'commission',
  mediation: 'commission',
  termination: 'parties',
  settlement: 'parties',
};

/** What the ladder is asked about: one due date, and the agreement that it stands in, if any. */
export type LadderFacts = {
  readonly dueOn: Day;
  readonly isOverdue: boolean;
  readonly noticedOn: Day | null;
  readonly cureBy: Day | null;
  readonly curedOn: Day | null;
  readonly breachedOn: Day | null;
  readonly agreement: AgreementStanding | null;
};

/** Where on the ladder a due date is, and the step that comes next: which, from whom, from what day. */
export type LadderPlace = {
  readonly rung: Rung | null;
  readonly next: { readonly rung: Rung; readonly from: RungHolder; readonly onDay: Day | null } | null;
};

/** Days late from which the commission looks at it, and from which it gives formal notice. */
export const daysToObservation = 1;
export const daysToNotice = 15;

/**
 * Reminder, observation in commission, formal notice, cure, remedy, mediation, termination, settlement: where a due date stands
 * today and what is due next. What was kept or cured is on no rung.
 */
export function ladderPlace(facts: LadderFacts, today: Day): LadderPlace {
  const agreement = rungOfAgreement(facts.agreement);
  if (agreement !== null) return agreement;
  if (facts.breachedOn !== null) return at('remedy', 'mediation', null);
  if (facts.noticedOn !== null && facts.curedOn === null) {
    const isCureOver = facts.cureBy !== null && facts.cureBy < today;
    return isCureOver ? at('cure', 'remedy', facts.cureBy) : at('formal-notice', 'cure', facts.cureBy);
  }
  if (!facts.isOverdue) {
    const from = addCalendarDays(facts.dueOn, -daysAhead);
    return today < from ? at(null, 'reminder', from) : at('reminder', null, null);
  }
  const late = daysFrom(facts.dueOn, today);
  const notice = addCalendarDays(facts.dueOn, daysToNotice);
  return late < daysToNotice
    ? at('reminder', 'observation', addCalendarDays(facts.dueOn, daysToObservation))
    : at('observation', 'formal-notice', notice);
}

function rungOfAgreement(standing: AgreementStanding | null): LadderPlace | null {
  if (standing === 'terminating' || standing === 'expired') return at('termination', 'settlement', null);
  return standing === 'settlement' ? at('settlement', null, null) : null;
}

function at(rung: Rung | null, next: Rung | null, onDay: Day | null): LadderPlace {
  return { rung, next: next && { rung: next, from: holders[next], onDay } };
}
