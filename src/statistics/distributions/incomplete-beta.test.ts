import { describe, expect, it } from 'vitest';
import { incompleteBeta } from './incomplete-beta.ts';

describe('the incomplete beta function', () => {
  it.each([
    [2, 3, 0.4, 0.5248],
    [0.5, 0.5, 0.1, 0.20483276469913345],
    [50, 2, 0.95, 0.2693074134684962],
    [1000, 1200, 0.45, 0.33466234267154027],
  ])('of %s and %s at %s is what SciPy gives', (a, b, x, expected) => {
    expect(Math.abs(incompleteBeta(a, b, x) / expected - 1)).toBeLessThan(1e-11);
  });

  it('has its ends', () => {
    expect(incompleteBeta(2, 3, 0)).toBe(0);
    expect(incompleteBeta(2, 3, 1)).toBe(1);
    expect(incompleteBeta(2, 3, 1.1)).toBeNaN();
  });
});
