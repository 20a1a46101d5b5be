import type { Day } from './dates.ts';

/** A length of time as an agreement says it: fifteen working days, thirty calendar days. */
export type Period = { readonly count: number; readonly kind: 'working' | 'calendar' };

const millisecondsADay = 86_400_000;

function middayOf(day: Day): number {
  return Date.parse(`${day}T12:00:00Z`);
}

/** The day so many calendar days after another, or before it where the number is negative. */
export function addCalendarDays(day: Day, count: number): Day {
  return new Date(middayOf(day) + count * millisecondsADay).toISOString().slice(0, 10);
}

/** How many days lie from one day to another; negative where the other comes first. */
export function daysFrom(one: Day, other: Day): number {
  return Math.round((middayOf(other) - middayOf(one)) / millisecondsADay);
}

/** Whether people work on a day: neither Saturday nor Sunday, nor one of the holidays. */
export function isWorkingDay(day: Day, holidays: ReadonlySet<Day>): boolean {
  const weekday = new Date(middayOf(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/**
 * The day so many working days after another. The day itself does not count, as in the laws of the peers:
 * one working day after a Friday is the Monday, or the Tuesday where that Monday is a holiday.
 * @param holidays national ones and those of the place
 */
export function addWorkingDays(day: Day, count: number, holidays: ReadonlySet<Day>): Day {
  const step = Math.sign(count);
  let left = Math.abs(count);
  let reached = day;
  while (left > 0) {
    reached = addCalendarDays(reached, step);
    if (isWorkingDay(reached, holidays)) left -= 1;
  }
  return reached;
}

/** The last day of a period that begins to run the day after another. */
export function endOfPeriod(day: Day, period: Period, holidays: ReadonlySet<Day>): Day {
  return period.kind === 'working'
    ? addWorkingDays(day, period.count, holidays)
    : addCalendarDays(day, period.count);
}

/**
 * The instant at which a day is over in a time zone: its midnight there. What is due on a day is late from that instant on,
 * wherever the server's own clock stands.
 */
export function dueInstant(day: Day, timeZone: string): Date {
  const midnight = Date.parse(`${addCalendarDays(day, 1)}T00:00:00Z`);
  // The offset at the guess may be another than at the result where clocks change in between: the second look settles it.
  const guess = midnight - offsetAt(midnight, timeZone);
  return new Date(midnight - offsetAt(guess, timeZone));
}

/** The calendar day of a moment in a time zone: at eight in the evening in Panama, Greenwich already says tomorrow. */
export function dayIn(moment: Date, timeZone: string): Day {
  return new Date(moment.getTime() + offsetAt(moment.getTime(), timeZone)).toISOString().slice(0, 10);
}

/** How many milliseconds a zone's clocks are ahead of universal time at an instant. */
export function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(instant / 1000) * 1000;
}
