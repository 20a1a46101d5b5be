import { describe, expect, it } from 'vitest';
import { quasiPoisson } from './quasi-poisson.ts';

/** By R 4.2: glm(y ~ x, family = quasipoisson). */
const expected = {
  intercept: 0.98297773,
  slope: 0.24511726,
  dispersion: 0.53503272,
  error: 0.02899609,
  leverage: 0.5070553,
};
describe('a log-linear model of counts', () => {
  const counts = [2, 3, 6, 7, 8, 9, 10, 12, 15, 30];
  const rows = counts.map((_, index) => [1, index]);

  it("is that of R's glm, with its errors and its leverages", () => {
    const model = quasiPoisson(
      rows,
      counts,
      counts.map(() => 1),
    );
    expect(model?.coefficients[0]).toBeCloseTo(expected.intercept, 5);
    expect(model?.coefficients[1]).toBeCloseTo(expected.slope, 6);
    expect(model?.dispersion).toBeCloseTo(expected.dispersion, 4);
    const error = Math.sqrt((model?.dispersion ?? 0) * (model?.covariance[1]?.[1] ?? 0));
    expect(error).toBeCloseTo(expected.error, 5);
    expect(model?.leverages[9]).toBeCloseTo(expected.leverage, 4);
    expect(model?.leverages.reduce((sum, one) => sum + one, 0)).toBeCloseTo(2, 4);
    expect(model?.degrees).toBe(8);
  });

  it('is none where columns repeat each other', () => {
    expect(
      quasiPoisson(
        counts.map(() => [1, 1]),
        counts,
        counts.map(() => 1),
      ),
    ).toBeNull();
  });
});
