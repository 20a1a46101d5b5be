/** A calendar day as text, `2026-11-23`. Compares as text. */
export type Day = string;

/** Whether text is a day that exists: `2026-02-30` does not. */
export function isDay(text: string): text is Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A span of days: from is included, to is not; null means open. */
export type Term = { readonly from: Day | null; readonly to: Day | null };

/** Whether a term holds a day. */
export function isWithin(term: Term, day: Day): boolean {
  return (term.from === null || term.from <= day) && (term.to === null || day < term.to);
}

/** Whether two terms have a day in common. */
export function termsOverlap(one: Term, other: Term): boolean {
  const startsBefore = (a: Term, b: Term) => a.from === null || b.to === null || a.from < b.to;
  return startsBefore(one, other) && startsBefore(other, one);
}
