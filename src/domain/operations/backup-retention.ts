/** One backup that exists, as the rule sees it. */
export type KeptBackup = { readonly id: string; readonly madeAt: Date };

/** How many days, weeks and months keep one backup each. */
export type RetentionRule = { readonly days: number; readonly weeks: number; readonly months: number };

export const usualRetention: RetentionRule = { days: 7, weeks: 4, months: 12 };

/**
 * Chooses which backups to remove.
 *
 * The newest backup of each of the last 7 days, 4 weeks (from Monday) and 12 months *that have one* is kept: an
 * installation that stood still for a year loses nothing. The newest of all is therefore always kept. Days are UTC.
 *
 * @returns the ids to remove, oldest first
 */
export function chooseBackupsToRemove(
  backups: readonly KeptBackup[],
  rule: RetentionRule = usualRetention,
): readonly string[] {
  const newestFirst = [...backups].sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
  const kept = new Set([
    ...newestOfEach(newestFirst, dayOf, rule.days),
    ...newestOfEach(newestFirst, weekOf, rule.weeks),
    ...newestOfEach(newestFirst, monthOf, rule.months),
  ]);
  return newestFirst
    .filter((backup) => !kept.has(backup))
    .map((backup) => backup.id)
    .reverse();
}

function newestOfEach(
  newestFirst: readonly KeptBackup[],
  spanOf: (at: Date) => string,
  spans: number,
): KeptBackup[] {
  const newest = new Map<string, KeptBackup>();
  for (const backup of newestFirst) {
    const span = spanOf(backup.madeAt);
    if (!newest.has(span)) newest.set(span, backup);
  }
  return [...newest.values()].slice(0, spans);
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
const monthOf = (at: Date): string => at.toISOString().slice(0, 7);

function weekOf(at: Date): string {
  const monday = new Date(at);
  monday.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return dayOf(monday);
}
