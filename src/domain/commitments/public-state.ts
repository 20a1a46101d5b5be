import { isOpenState, type InstanceShown } from './instance-standing.ts';
import type { Day } from '#domain/shared/dates.ts';
import type { InstanceState } from './vocabulary.ts';

const discreet: Partial<Record<InstanceState, InstanceState>> = {
  'at-risk': 'in-progress',
  overdue: 'in-progress',
  'sent-back': 'in-progress',
  noticed: 'in-progress',
  breached: 'in-progress',
  'delivered-late': 'delivered',
};

/**
 * What everyone is told. A late or breached state is published only after notice and the days to reply, with the reply beside
 * it; until then it is said that it is in progress, and how many days have passed is not counted.
 */
export function publicState(shown: InstanceShown, breachPublishedOn: Day | null): InstanceShown {
  const told = breachPublishedOn === null ? (discreet[shown.state] ?? shown.state) : shown.state;
  if (told === shown.state && !shown.isOverdue) return shown;
  if (breachPublishedOn !== null) return shown;
  return {
    ...shown,
    state: told,
    tone: 'not-applicable',
    days: isOpenState(told) ? null : shown.days,
    isOverdue: false,
  };
}
