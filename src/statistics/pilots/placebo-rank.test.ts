import { describe, expect, it } from 'vitest';
import { tobacco } from '../../../tests/fixtures/statistics/tobacco.ts';
import { hasOutsideData } from '../../../tests/outside-data.ts';
import { placeboRank } from './placebo-rank.ts';

describe.skipIf(!hasOutsideData)("California's tax on tobacco among placebos", () => {
  it('stands third of 39, which is less than what the papers say: the specification decides', () => {
    const { pilot, others } = tobacco();
    const found = placeboRank(pilot, others);
    expect(found).toMatchObject({ rank: 3, places: 39 });
    expect(found.share).toBeCloseTo(0.077, 3);
    const ratioOf = (name: string) => found.ratios[1 + others.findIndex((other) => other.name === name)] ?? 0;
    expect(Math.round(ratioOf('Missouri'))).toBe(572);
    expect(Math.round(ratioOf('Virginia'))).toBe(393);
  });
});

describe('a pilot among placebos', () => {
  it('is first where it alone changed', () => {
    // Nine years of seven places that go their own ways about five; the pilot falls to nothing.
    const place = (seed: number) => {
      const year = (at: number) => 5 + Math.sin(seed * 12.9 + at * (1.7 + seed));
      return { before: [0, 1, 2, 3, 4, 5, 6].map(year), after: [7, 8].map(year) };
    };
    const pilot = { before: place(0.5).before, after: [-40, -41] };
    expect(placeboRank(pilot, [1, 2, 3, 4, 5, 6].map(place)).rank).toBe(1);
  });
});
