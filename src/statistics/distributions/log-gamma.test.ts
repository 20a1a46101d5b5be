import { describe, expect, it } from 'vitest';
import { logGamma } from './log-gamma.ts';

describe('the logarithm of the gamma function', () => {
  it.each([
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247],
    [3.7, 1.428072326665388],
    [10.2, 13.254266744235549],
    [171, 706.5730622457875],
    [1e6, 12815504.569147611],
  ])('is at %s what SciPy gives, to 13 digits', (x, expected) => {
    expect(Math.abs(logGamma(x) / expected - 1)).toBeLessThan(1e-13);
  });

  it('is zero at 1 and 2, and nothing where it is not defined', () => {
    expect(logGamma(1)).toBeCloseTo(0, 14);
    expect(logGamma(2)).toBeCloseTo(0, 14);
    expect(logGamma(0)).toBeNaN();
    expect(logGamma(-1.5)).toBeNaN();
  });
});
