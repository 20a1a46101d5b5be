import { describe, expect, it } from 'vitest';
import { incompleteGamma } from './incomplete-gamma.ts';

describe('the incomplete gamma function', () => {
  it.each([
    [0.5, 0.2, 0.47291074313446196, 0.5270892568655381],
    [3, 10, 0.9972306042844884, 0.0027693957155115775],
    [100, 90, 0.15822098918643007, 0.84177901081357],
    [1e5, 100_500, 0.9428967300239712, 0.05710326997602869],
    [2, 1e-9, 4.999999996666691e-19, 1],
  ])('of shape %s at %s has the tails that SciPy gives, to 13 digits', (shape, x, lower, upper) => {
    const tails = incompleteGamma(shape, x);
    expect(Math.abs(tails.lower / lower - 1)).toBeLessThan(1e-13);
    expect(Math.abs(tails.upper / upper - 1)).toBeLessThan(1e-13);
  });

  it('begins at nothing and ends at all', () => {
    expect(incompleteGamma(2, 0)).toEqual({ lower: 0, upper: 1 });
    expect(incompleteGamma(2, Number.POSITIVE_INFINITY)).toEqual({ lower: 1, upper: 0 });
    expect(incompleteGamma(0, 1).lower).toBeNaN();
  });
});
