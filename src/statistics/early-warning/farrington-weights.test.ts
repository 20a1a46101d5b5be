import { describe, expect, it } from 'vitest';
import { anscombeResiduals, farringtonWeights } from './farrington-weights.ts';
import { quasiPoisson } from './quasi-poisson.ts';

describe('weights against past outbreaks', () => {
  it("are those of surveillance's own test", () => {
    const weights = farringtonWeights([0, 0, 0, 0, 0, 2, 2, 2, 2, 2], 0);
    expect(weights).toEqual([1.6, 1.6, 1.6, 1.6, 1.6, 0.4, 0.4, 0.4, 0.4, 0.4]);
  });

  it('are alike where nothing stands out, and sum to the number of steps', () => {
    expect(farringtonWeights([0.5, -2, 0.9])).toEqual([1, 1, 1]);
    expect(farringtonWeights([0, 3, 5]).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(3, 12);
  });

  it('make little of a week that stands out', () => {
    const counts = [3, 4, 3, 5, 4, 3, 30, 4];
    const model = quasiPoisson(
      counts.map(() => [1]),
      counts,
      counts.map(() => 1),
    );
    const residuals = model ? anscombeResiduals(model, counts) : [];
    const weights = farringtonWeights(residuals);
    expect(Math.min(...weights)).toBe(weights[6]);
    expect(residuals[6]).toBeGreaterThan(1);
  });
});
