import { describe, expect, it } from 'vitest';
import { quantileOf } from './quantile-of.ts';

describe('a quantile of numbers', () => {
  it('is interpolated as R and Excel do', () => {
    expect(quantileOf([7, 1, 3], 0.5)).toBe(3);
    expect(quantileOf([1, 2, 3, 4], 0.9)).toBeCloseTo(3.7, 12);
    expect(quantileOf([5], 0.3)).toBe(5);
    expect(quantileOf([], 0.5)).toBeNaN();
  });
});
