import type { Day } from '#domain/shared/dates.ts';

/**
 * The day some months later; the last of its month where that month is shorter.
 * @example monthsLater('2026-01-31', 1) // => '2026-02-28'
 */
export function monthsLater(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/**
 * The last day of a term that begins on a day and lasts some months.
 * @example lastDayOfTerm('2026-07-01', 24) // => '2028-06-30'
 */
export function lastDayOfTerm(from: Day, months: number): Day {
  const after = new Date(`${monthsLater(from, months)}T00:00:00Z`);
  after.setUTCDate(after.getUTCDate() - 1);
  return after.toISOString().slice(0, 10);
}

/** What an agreement says of its end. */
export type Term = {
  readonly effectiveOn: Day | null;
  readonly endsOn: Day | null;
  readonly termMonths: number | null;
};

/**
 * The last day of an agreement: the day that it names, or the months counted from the day on which it takes effect.
 * Null where it is not known yet.
 * @param from the day taken for its beginning where it has none, such as today
 */
export function endOfTerm(term: Term, from: Day | null = null): Day | null {
  if (term.endsOn !== null) return term.endsOn;
  const begins = term.effectiveOn ?? from;
  return begins === null || term.termMonths === null ? null : lastDayOfTerm(begins, term.termMonths);
}
