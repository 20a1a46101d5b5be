import { describe, expect, it } from 'vitest';
import { poissonQuantile } from './poisson-quantile.ts';

describe('a Poisson quantile', () => {
  it.each([
    [10, [2, 4, 17, 21]],
    [50, [30, 37, 64, 73]],
    [2, [0, 0, 5, 8]],
  ])('of mean %s is the plain limit of a funnel', (mean, expected) => {
    expect([0.001, 0.025, 0.975, 0.999].map((share) => poissonQuantile(share, mean))).toEqual(expected);
  });

  it('is nothing where nothing is expected', () => {
    expect(poissonQuantile(0.999, 0)).toBe(0);
    expect(poissonQuantile(0, 3)).toBeNaN();
  });
});
