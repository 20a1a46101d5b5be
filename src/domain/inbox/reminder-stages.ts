import { daysFrom } from '#domain/shared/calendar.ts';
import type { Day } from '#domain/shared/dates.ts';

/** The moments at which somebody is told of a thing once each. Words: `inbox.stage.<stage>`. */
export const reminderStages = [
  'waiting',
  'mark-180',
  'mark-90',
  'days-30',
  'days-7',
  'day-1',
  'after',
  'late-15',
] as const;
export type ReminderStage = (typeof reminderStages)[number];

/** From so many days before its day on a thing is in the inbox. */
export const daysAhead = 30;

/**
 * The stage that a thing has reached: 30, 7 and 1 days before its day, the day after, 15 days late; what has no day waits and is
 * told once. Only the newest stage is told: whoever was away a month is not told five times at once.
 * @param mark a mark of an agreement that ends, further ahead than the rest
 */
export function stageOf(onDay: Day | null, today: Day, mark: number | null = null): ReminderStage | null {
  if (onDay === null) return 'waiting';
  const left = daysFrom(today, onDay);
  if (left > daysAhead) return markStage(mark);
  if (left > 7) return 'days-30';
  if (left > 1) return 'days-7';
  if (left >= 0) return 'day-1';
  return left > -15 ? 'after' : 'late-15';
}

function markStage(mark: number | null): ReminderStage | null {
  if (mark === null) return null;
  return mark > 90 ? 'mark-180' : 'mark-90';
}

/** Whether a day is the one on which somebody wants the week's list. 1 is Monday, 7 Sunday, 0 never. */
export function isDigestDay(weekday: number, today: Day): boolean {
  const day = new Date(`${today}T12:00:00Z`).getUTCDay();
  return weekday === (day === 0 ? 7 : day);
}
