import type { Day } from '#domain/shared/dates.ts';
import { refuse } from './refusals.ts';

/** One thing that a handover set for its day: what it ended, until when that ran before, and what it began in its place. */
export type HandoverChange = {
  readonly ended: string;
  readonly to: Day | null;
  /** Nothing where the place stays empty. */
  readonly begun: string | null;
};

/** Everything that a handover set for its day. */
export type HandoverChanges = {
  readonly posts: readonly HandoverChange[];
  readonly seats: readonly HandoverChange[];
  readonly roles: readonly HandoverChange[];
};

/**
 * A handover is called off before its day: from that day on it has happened, and is undone by another one.
 * @throws Refusal `actors.handover-cancelled`, `actors.handover-day-come`
 */
export function refuseCancelling(
  handover: { readonly on: Day; readonly isPassed: boolean; readonly isCancelled: boolean },
  today: Day,
): void {
  if (handover.isCancelled) throw refuse('actors.handover-cancelled');
  if (handover.isPassed || handover.on <= today) throw refuse('actors.handover-day-come');
}
