import { describe, expect, it } from 'vitest';
import { studentQuantile } from './student-quantile.ts';

describe("a quantile of Student's t", () => {
  it.each([
    [1, 0.975, 12.706204736174694],
    [2, 0.975, 4.302652729749462],
    [7, 0.995, 3.4994832973504924],
    [30, 0.975, 2.0422724563012378],
    [173, 0.975, 1.973771336887522],
    [1e4, 0.9, 1.2816362297304775],
  ])('of %s degrees at %s is what SciPy gives', (degrees, probability, expected) => {
    expect(Math.abs(studentQuantile(probability, degrees) / expected - 1)).toBeLessThan(1e-10);
  });

  it('is normal where the degrees are endless, and the same on both sides', () => {
    expect(studentQuantile(0.975, Number.POSITIVE_INFINITY)).toBeCloseTo(1.959963984540054, 12);
    expect(studentQuantile(0.025, 9)).toBeCloseTo(-studentQuantile(0.975, 9), 13);
    expect(studentQuantile(0.5, 9)).toBe(0);
    expect(studentQuantile(0.5, 0)).toBeNaN();
  });
});
