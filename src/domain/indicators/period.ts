import { addCalendarDays } from '#domain/shared/calendar.ts';
import { isDay, type Day } from '#domain/shared/dates.ts';

/** The lengths of time that figures are told for, finest first. */
export const periodKinds = ['day', 'week', 'month', 'quarter', 'semester', 'year'] as const;

export type PeriodKind = (typeof periodKinds)[number];

/** A stretch of time: its length and its first day. "2024-Q1" is { kind: 'quarter', start: '2024-01-01' }. */
export type Period = { readonly kind: PeriodKind; readonly start: Day };

const months: Readonly<Record<Exclude<PeriodKind, 'day' | 'week'>, number>> = {
  month: 1,
  quarter: 3,
  semester: 6,
  year: 12,
};

/** Whether text names a length of time. */
export function isPeriodKind(text: string): text is PeriodKind {
  return (periodKinds as readonly string[]).includes(text);
}

/** The period of a kind in which a day lies. Weeks begin on Monday (ISO 8601). */
export function periodOf(kind: PeriodKind, day: Day): Period {
  if (kind === 'day') return { kind, start: day };
  if (kind === 'week') return { kind, start: addCalendarDays(day, -weekday(day)) };
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const first = Math.floor((month - 1) / months[kind]) * months[kind] + 1;
  return { kind, start: `${String(year).padStart(4, '0')}-${String(first).padStart(2, '0')}-01` };
}

/** The period so many after another; before it where `count` is negative. */
export function periodAfter(period: Period, count = 1): Period {
  const { kind, start } = period;
  if (kind === 'day' || kind === 'week')
    return { kind, start: addCalendarDays(start, count * (kind === 'week' ? 7 : 1)) };
  const all = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1 + count * months[kind];
  const year = String(Math.floor(all / 12)).padStart(4, '0');
  return { kind, start: `${year}-${String((all % 12) + 1).padStart(2, '0')}-01` };
}

/** The last day of a period. */
export function endOf(period: Period): Day {
  return addCalendarDays(periodAfter(period).start, -1);
}

/** The periods of a kind that touch the days from one to another, both included, in order. */
export function periodsBetween(kind: PeriodKind, from: Day, to: Day): Period[] {
  const found: Period[] = [];
  for (let one = periodOf(kind, from); one.start <= to; one = periodAfter(one)) found.push(one);
  return found;
}

/** Whether periods of one kind are made of whole periods of another: years of months, but not months of weeks. */
export function isMadeOf(whole: PeriodKind, part: PeriodKind): boolean {
  if (whole === part || part === 'day') return true;
  return part !== 'week' && whole !== 'week' && periodKinds.indexOf(whole) > periodKinds.indexOf(part);
}

/** How a period is written: 2024, 2024-S1, 2024-Q3, 2024-07, 2024-W05, 2024-07-15. */
export function writePeriod({ kind, start }: Period): string {
  const year = start.slice(0, 4);
  const month = Number(start.slice(5, 7));
  if (kind === 'year') return year;
  if (kind === 'semester') return `${year}-S${month > 6 ? 2 : 1}`;
  if (kind === 'quarter') return `${year}-Q${Math.ceil(month / 3)}`;
  if (kind === 'month') return start.slice(0, 7);
  if (kind === 'week') return writeWeek(start);
  return start;
}

/** Reads a period as it is written; quarters also as T1 and 1T, semesters as 1S. @returns null for what is none */
export function parsePeriod(text: string): Period | null {
  const trimmed = text.trim().toUpperCase();
  const year = /^(\d{4})$/.exec(trimmed)?.[1];
  if (year) return { kind: 'year', start: `${year}-01-01` };
  const month = /^(\d{4})-?(0[1-9]|1[0-2])$/.exec(trimmed);
  if (month) return { kind: 'month', start: `${month[1]}-${month[2]}-01` };
  const [, partYear = '', letter = '', number = ''] =
    /^(\d{4})-?([QTS])([1-4])$/.exec(trimmed.replace(/([1-4])([QTS])$/, '$2$1')) ?? [];
  if (partYear) return partOfYear(partYear, letter, Number(number));
  const week = /^(\d{4})-?W(\d{1,2})$/.exec(trimmed);
  if (week) return readWeek(Number(week[1]), Number(week[2]));
  return isDay(trimmed) ? { kind: 'day', start: trimmed } : null;
}

function partOfYear(year: string, letter: string, number: number): Period | null {
  if (letter === 'S' && number > 2) return null;
  const kind = letter === 'S' ? 'semester' : 'quarter';
  const month = (number - 1) * months[kind] + 1;
  return { kind, start: `${year}-${String(month).padStart(2, '0')}-01` };
}

// Monday is 0.
function weekday(day: Day): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

// Week 1 is the one that holds 4 January.
function firstWeek(year: number): Day {
  return periodOf('week', `${String(year).padStart(4, '0')}-01-04`).start;
}

function readWeek(year: number, number: number): Period | null {
  const start = addCalendarDays(firstWeek(year), (number - 1) * 7);
  return number < 1 || start >= firstWeek(year + 1) ? null : { kind: 'week', start };
}

function writeWeek(start: Day): string {
  const year = Number(addCalendarDays(start, 3).slice(0, 4));
  const days = (Date.parse(start) - Date.parse(firstWeek(year))) / 86_400_000;
  return `${year}-W${String(Math.round(days / 7) + 1).padStart(2, '0')}`;
}
