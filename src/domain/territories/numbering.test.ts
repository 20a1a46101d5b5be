import { describe, expect, it } from 'vitest';
import { isNumberBase, nextInterval, widthsFor } from './numbering.ts';

describe('widths', () => {
  it('leave every family room for four times its size, and twenty at least', () => {
    expect(widthsFor([13, 14, 26])).toEqual([10_000_000, 100_000, 1000, 5]);
    expect(widthsFor([7, 20, 16])).toEqual([10_000_000, 200_000, 2000, 20]);
    expect(widthsFor([2])).toEqual([10_000_000, 500_000]);
    expect(widthsFor([])).toEqual([10_000_000]);
  });

  it('fit the block of a country, with less room where it is large', () => {
    expect(widthsFor([27, 853, 100])).toEqual([10_000_000, 193_431, 151, 1]);
    expect(widthsFor([5000, 5000])).toBeNull();
  });
});

describe('the first number of a country', () => {
  it('begins a block that fits 32 bits', () => {
    expect([10_000_000, 2_130_000_000].map(isNumberBase)).toEqual([true, true]);
    expect([0, 5, -10_000_000, 2_140_000_000, 1.5e7].map(isNumberBase)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('the number of a new territory', () => {
  const parent = { low: 1000, high: 1999 };

  it('is within its parent, after the parent’s own', () => {
    expect(nextInterval(parent, 100, [])).toEqual({ low: 1100, high: 1199 });
  });

  it('is beyond every number that a sibling ever had', () => {
    expect(nextInterval(parent, 100, [{ low: 1500, high: 1599 }])).toEqual({ low: 1600, high: 1699 });
  });

  it('is none when the parent is full', () => {
    expect(nextInterval(parent, 100, [{ low: 1900, high: 1999 }])).toBeNull();
    expect(nextInterval(parent, 1000, [])).toBeNull();
  });
});
