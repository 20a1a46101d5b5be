import { describe, expect, it } from 'vitest';
import { poissonProbability } from './poisson-probability.ts';

describe('the probability of a count', () => {
  it.each([
    [0, 2, 0.1353352832366127],
    [3, 2, 0.18044704431548356],
    [12, 10, 0.09478033009176803],
    [100, 90, 0.023320825425142168],
    [100_000, 100_500, 0.000362947996237595],
  ])('of %s where %s are expected is what SciPy gives', (count, mean, expected) => {
    expect(Math.abs(poissonProbability(count, mean) / expected - 1)).toBeLessThan(1e-9);
  });

  it('adds up to one', () => {
    const sum = Array.from({ length: 200 }, (_, count) => poissonProbability(count, 50)).reduce(
      (a, b) => a + b,
    );
    expect(sum).toBeCloseTo(1, 12);
  });

  it('knows what is sure and what makes no sense', () => {
    expect(poissonProbability(0, 0)).toBe(1);
    expect(poissonProbability(2, 0)).toBe(0);
    expect(poissonProbability(-1, 2)).toBeNaN();
  });
});
