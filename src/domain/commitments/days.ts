import type { Day } from '#domain/shared/dates.ts';

const millisecondsADay = 86_400_000;
const momentOf = (day: Day) => Date.parse(`${day}T00:00:00Z`);

/** How many days lie from one day to another; negative when the other comes before. */
export function daysFrom(from: Day, to: Day): number {
  return Math.round((momentOf(to) - momentOf(from)) / millisecondsADay);
}

/** The day that comes so many calendar days after another. */
export function dayAfter(day: Day, days: number): Day {
  return new Date(momentOf(day) + days * millisecondsADay).toISOString().slice(0, 10);
}
