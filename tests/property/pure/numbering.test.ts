import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { NumberRange } from '#domain/shared/ranges.ts';
import { countryBlock, nextInterval, widthsFor } from '#domain/territories/numbering.ts';

type Numbered = { readonly range: NumberRange; readonly level: number; readonly parent: Numbered | null };

const holds = (outer: NumberRange, inner: NumberRange) => outer.low < inner.low && inner.high <= outer.high;
const apart = (one: NumberRange, other: NumberRange) => one.high < other.low || other.high < one.low;

/** Adds a territory under one that is chosen by a number, as long as there is room. */
function grow(widths: readonly number[], choices: readonly number[]): Numbered[] {
  const root: Numbered = { range: { low: countryBlock, high: 2 * countryBlock - 1 }, level: 0, parent: null };
  const all = [root];
  for (const choice of choices) {
    const parents = all.filter((one) => one.level < widths.length - 1);
    const parent = parents[choice % parents.length] ?? root;
    const siblings = all.filter((one) => one.parent === parent).map((one) => one.range);
    const range = nextInterval(parent.range, widths[parent.level + 1] ?? 1, siblings);
    if (range) all.push({ range, level: parent.level + 1, parent });
  }
  return all;
}

const families = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 3 });

it('makes of every subtree one interval: what is below lies within, what is beside lies apart', () => {
  fc.assert(
    fc.property(families, fc.array(fc.nat(), { maxLength: 80 }), (sizes, choices) => {
      const all = grow(widthsFor(sizes) ?? [], choices);
      for (const one of all) {
        if (one.parent) expect(holds(one.parent.range, one.range)).toBe(true);
        for (const other of all) {
          if (other !== one && other.parent === one.parent) expect(apart(one.range, other.range)).toBe(true);
        }
      }
      const numbers = all.map((one) => one.range.low);
      expect(new Set(numbers).size).toBe(numbers.length);
    }),
  );
});

it('has room in every family for twice what it was measured for', () => {
  fc.assert(
    fc.property(families, (sizes) => {
      const widths = widthsFor(sizes) ?? [];
      for (const [index, size] of sizes.entries()) {
        const parent = { low: countryBlock, high: countryBlock + (widths[index] ?? 0) - 1 };
        const taken: NumberRange[] = [];
        for (let count = 0; count < size * 2 - 1; count += 1) {
          const range = nextInterval(parent, widths[index + 1] ?? 1, taken);
          expect(range).not.toBeNull();
          if (range) taken.push(range);
        }
      }
    }),
    { numRuns: 40 },
  );
});

it('never gives a number a second time, whichever of the siblings have ended', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 30 }), (ends) => {
      const parent = { low: 1000, high: 99_999 };
      const ever: NumberRange[] = [];
      for (const _ of ends) {
        const range = nextInterval(parent, 100, ever);
        if (range) {
          expect(ever.every((one) => apart(one, range))).toBe(true);
          ever.push(range);
        }
      }
    }),
  );
});
