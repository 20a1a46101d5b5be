import type { Figure } from '#domain/values/figure.ts';
import { protectedFigure } from '#domain/values/protection.ts';

/**
 * Figures of one territory over several periods as one: events and people are added, which is a rate by person and period. What is not told
 * is left out; where anything is protected the whole is, because a difference would give it away.
 */
export function poolPeriods(cells: readonly Figure[], multiplier: number): Figure | null {
  const [first] = cells;
  if (!first) return null;
  if (cells.some(({ state }) => state === 'protected')) return protectedFigure(first);
  const told = cells.filter(({ state, parts }) => state === 'value' && parts !== null);
  const [one] = told;
  if (!one) return cells.findLast(({ state }) => state !== 'not-applicable') ?? first;
  const numerator = told.reduce((sum, { parts }) => sum + (parts?.numerator ?? 0), 0);
  const denominator = told.reduce((sum, { parts }) => sum + (parts?.denominator ?? 0), 0);
  if (denominator === 0)
    return { ...one, value: null, state: 'not-applicable', parts: null, reporting: null };
  const value = (numerator / denominator) * multiplier;
  return { ...one, value, parts: { numerator, denominator }, reporting: null };
}
