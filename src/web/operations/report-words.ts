import type { Say } from '#words/say.ts';

const counts = [
  ['imports.creates', ['creates', 'added']],
  ['imports.changes', ['changes', 'changed']],
  ['imports.same', ['same']],
] as const;

/** What an import did, in one line. Every kind of import keeps a report of its own shape; what is not known is left out. */
export function reportInWords(report: unknown, say: Say): string {
  if (typeof report !== 'object' || report === null) return '';
  const values = report as Readonly<Record<string, unknown>>;
  return counts
    .flatMap(([key, names]) => {
      const count = names.map((name) => countOf(values[name])).find((found) => found !== null) ?? null;
      return count === null ? [] : [say(key, { count })];
    })
    .join(', ');
}

function countOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return Array.isArray(value) ? value.length : null;
}
