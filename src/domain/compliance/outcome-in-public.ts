import type { Outcome } from './outcome.ts';

/** How a due date shows to somebody outside: what is late or breached and not published yet is not told, and counts neither way. */
export type ShownOutcome = Outcome | 'unpublished';

/**
 * The outcome that somebody may be shown. Lateness and breach are published only after notice and a time to reply,
 * and in a quiet period not at all; until then outsiders are told only that there is something undecided.
 */
export function outcomeFor(
  outcome: Outcome,
  seen: { readonly isInsider: boolean; readonly isPublished: boolean; readonly isQuiet: boolean },
): ShownOutcome {
  const isAgainst = outcome === 'late' || outcome === 'overdue' || outcome === 'breached';
  if (!isAgainst || seen.isInsider || (seen.isPublished && !seen.isQuiet)) return outcome;
  return 'unpublished';
}
