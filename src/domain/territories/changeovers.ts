import { addCalendarDays } from '#domain/shared/calendar.ts';
import type { Day } from '#domain/shared/dates.ts';

/** When the governments of a country change, by the level of government. */
export type Changeover = {
  /** Levels of organisation: national, regional, municipal, local. */
  readonly levels: readonly string[];
  /** One day on which it happened or will happen. */
  readonly first: Day;
  readonly everyYears: number;
  readonly verified: boolean;
};

/** A day on which governments change, and whether its source was checked. */
export type ChangeoverDay = { readonly on: Day; readonly verified: boolean };

const daysAhead = 365;
const daysAfter = 60;

/** The first changeover of a level on a day or after it; null where the pack names none. */
export function nextChangeover(
  changeovers: readonly Changeover[],
  level: string,
  today: Day,
): ChangeoverDay | null {
  const days = changeovers
    .filter(({ levels }) => levels.includes(level))
    .map(({ first, everyYears, verified }) => ({ on: nextOf(first, everyYears, today), verified }))
    .toSorted((one, other) => one.on.localeCompare(other.on));
  return days[0] ?? null;
}

/**
 * The first day to offer for a handover: the changeover that is at hand, a year before it and two months after, so that it
 * can be prepared and caught up on; otherwise today, as when somebody resigns.
 */
export function firstDayToOffer(changeovers: readonly Changeover[], level: string, today: Day): Day {
  const next = nextChangeover(changeovers, level, addCalendarDays(today, -daysAfter));
  return next !== null && next.on <= addCalendarDays(today, daysAhead) ? next.on : today;
}

function nextOf(first: Day, everyYears: number, today: Day): Day {
  const start = Number(first.slice(0, 4));
  const yearOf = (turn: number) => `${start + turn * everyYears}${first.slice(4)}`;
  const turn = Math.floor((Number(today.slice(0, 4)) - start) / everyYears);
  const on = yearOf(turn);
  return on >= today ? on : yearOf(turn + 1);
}
