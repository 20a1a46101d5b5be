import { isOpenState, toneOf, type InstanceShown } from './instance-standing.ts';
import type { InstanceState } from './vocabulary.ts';

/** What decides whether somebody is told that something is late: what they are to it, and whether it was published and may be now. */
export type SeenBy = {
  /** A party, or whoever reads what is not published. */
  readonly isInsider: boolean;
  /** It was published, after notice and the days to reply. */
  readonly isPublished: boolean;
  /** An electoral quiet period covers today where it is owed. */
  readonly isQuiet: boolean;
};

/** Whether somebody is told of lateness, notice and breach. */
export function isToldOfLateness({ isInsider, isPublished, isQuiet }: SeenBy): boolean {
  return isInsider || (isPublished && !isQuiet);
}

// What is said instead: true, and against nobody.
const discreet: Partial<Record<InstanceState, InstanceState>> = {
  'at-risk': 'in-progress',
  'sent-back': 'in-progress',
  overdue: 'in-review',
  noticed: 'in-review',
  breached: 'in-review',
  'delivered-late': 'delivered',
  'verified-late': 'verified',
  cured: 'verified',
};

/**
 * How a due date shows to whoever reads. Lateness, notice and breach are told to everybody only after notice and a time to reply,
 * and never in a quiet period; until then an outsider reads that it is in progress, or that its day has passed and it is being
 * looked at, and no days are counted against anybody. The one rule for every page, list, file and figure.
 */
export function stateFor(shown: InstanceShown, seen: SeenBy): InstanceShown {
  if (isToldOfLateness(seen)) return shown;
  const state = shown.isOverdue ? 'in-review' : (discreet[shown.state] ?? shown.state);
  if (state === shown.state) return shown;
  return { ...shown, state, tone: toneOf(state), days: null, isOpen: isOpenState(state), isOverdue: false };
}
