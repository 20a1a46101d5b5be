import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOver, pointOf, type BaseCell, type LatticeRules } from './protection-lattice.ts';
import { planProtection } from './protection-plan.ts';

// A country of two provinces with three districts each; months; sexes.
const pathOf = (id: number) => [1, Math.floor(id / 10), id];
const rules = (threshold: number): LatticeRules => ({
  threshold,
  periodKind: 'month',
  addsOverTime: true,
  pathOf,
});
const districts = [21, 22, 23, 31, 32, 33];
const cell = (
  territoryId: number,
  month: number,
  value: number,
  parts: Record<string, string> = {},
): BaseCell => ({
  territoryId,
  period: `2024-${String(month).padStart(2, '0')}-01`,
  parts,
  value,
});

type Equation = { readonly terms: readonly number[]; readonly sum: number };

/** Everything that is shown, as somebody who wants to know writes it down: which figures each number is the sum of. */
function shownTo(base: readonly BaseCell[], threshold: number) {
  const hidden = planProtection(base, rules(threshold));
  const cells = new Map<string, number[]>();
  base.forEach((one, index) => {
    for (const key of cellsOver(pointOf(one, rules(threshold))))
      cells.set(key, [...(cells.get(key) ?? []), index]);
  });
  const sumOf = (members: readonly number[]) =>
    members.reduce((sum, index) => sum + (base[index]?.value ?? 0), 0);
  const all = [...cells].map(([key, terms]) => ({ key, terms, sum: sumOf(terms) }));
  return {
    shown: all.filter(({ key }) => !hidden.has(key)),
    small: all.filter(({ sum }) => sum > 0 && sum < threshold),
    hidden,
  };
}

/** What can be made of the rows that are shown, by adding and subtracting them: rows are eliminated once, then asked. */
class Shown {
  private readonly pivots = new Map<number, number[]>();
  private readonly size: number;

  constructor(rows: readonly Equation[], size: number) {
    this.size = size;
    for (const { terms } of rows) {
      const row = this.reduce(terms);
      const column = row.findIndex((value) => Math.abs(value) > 1e-9);
      const lead = row[column] ?? 1;
      if (column >= 0)
        this.pivots.set(
          column,
          row.map((value) => value / lead),
        );
    }
  }

  makes(wanted: readonly number[]): boolean {
    return this.reduce(wanted).every((value) => Math.abs(value) < 1e-9);
  }

  private reduce(terms: readonly number[]): number[] {
    const row = Array.from({ length: this.size }, () => 0);
    for (const term of terms) row[term] = 1;
    for (let column = 0; column < this.size; column += 1) {
      const factor = row[column] ?? 0;
      const pivot = this.pivots.get(column);
      if (Math.abs(factor) < 1e-9 || !pivot) continue;
      for (let at = column; at < this.size; at += 1) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0);
    }
    return row;
  }
}

describe('protection', () => {
  it('hides nothing where nothing is small', () => {
    const base = districts.flatMap((id) => [1, 2, 3].map((month) => cell(id, month, 7 + month)));
    expect(planProtection(base, rules(5)).size).toBe(0);
  });

  it('hides with a small number what two neighbours hold in two months, so that neither can subtract the own, and no total', () => {
    const base = districts.flatMap((id) => [1, 2, 3].map((month) => cell(id, month, 20 + id)));
    const changed = base.map((one) =>
      one.territoryId === 21 && one.period === '2024-01-01' ? { ...one, value: 3 } : one,
    );
    const hidden = planProtection(changed, rules(5));
    expect(hidden.size).toBe(6);
    expect([...hidden].every((key) => /^2[123]\|month/.test(key))).toBe(true);
  });

  it('hides everything that a number is part of where nothing else could hold it', () => {
    const hidden = planProtection([cell(21, 1, 2)], rules(5));
    expect(hidden.has('1|year 2024-01-01|')).toBe(true);
  });

  it('counts what could not be placed as a part of its own', () => {
    const own = { ...rules(5), pathOf: (id: number) => (id === 2 ? [1, 2, -2] : pathOf(id)) };
    const base = [
      ...[21, 22, 23].flatMap((id) => [1, 2].map((month) => cell(id, month, 30))),
      cell(2, 1, 2),
      cell(2, 2, 40),
    ];
    expect(planProtection(base, own).has('-2|month 2024-01-01|')).toBe(true);
  });

  it('hides nothing that the same source publishes already, and does not count on it', () => {
    const published = [{ level: 1, periodKind: 'month', grain: [] } as const];
    const base = districts.flatMap((id) => [1, 2].map((month) => cell(id, month, id === 21 ? 3 : 30)));
    const hidden = planProtection(base, { ...rules(5), published });
    expect([...hidden].filter((key) => /^[123]\|/.test(key))).toEqual([]);
    // Within the province, month by month: the others of its districts.
    expect([...hidden].filter((key) => key.startsWith('22|month') || key.startsWith('23|month'))).not.toEqual(
      [],
    );
  });

  it('leaves no small number to be worked out from all that is shown, whatever the figures', () => {
    const value = fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) },
      { weight: 4, arbitrary: fc.integer({ min: 5, max: 60 }) },
    );
    const table = fc.record({
      values: fc.array(value, { minLength: 24, maxLength: 24 }),
      isByGroup: fc.boolean(),
      threshold: fc.constantFrom(3, 5),
      gaps: fc.array(fc.nat(23), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(table, ({ gaps, isByGroup, threshold, values }) => {
        const base = values.flatMap((one, index) => {
          if (gaps.includes(index)) return [];
          if (isByGroup) {
            const [district, month] = [
              districts[Math.floor(index / 4)] ?? 21,
              1 + (Math.floor(index / 2) % 2),
            ];
            return [cell(district, month, one, { sex: index % 2 === 0 ? 'f' : 'm' })];
          }
          return [cell(districts[Math.floor(index / 4)] ?? 21, 1 + (index % 4), one)];
        });
        const { shown, small } = shownTo(base, threshold);
        const all = new Shown(shown, base.length);
        expect(small.filter((one) => all.makes(one.terms)).map(({ key }) => key)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 30_000);
});
