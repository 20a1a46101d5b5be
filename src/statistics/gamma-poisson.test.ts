import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFigures } from '../../tests/fixtures/statistics/read-figures.ts';
import { gammaPoisson, homogeneousAt } from './gamma-poisson.ts';

describe('the gamma-Poisson fit by likelihood', () => {
  const areas = readFigures('scotland-lip-cancer').map((row) => ({
    observed: row.number('cases'),
    expected: row.number('expected'),
  }));

  it('finds the distribution of lip cancer in Scotland', () => {
    const fit = gammaPoisson(areas);
    expect(areas.reduce((sum, { observed }) => sum + observed, 0)).toBe(536);
    expect(areas.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(536.2, 10);
    expect(fit.shape).toBeCloseTo(1.87949, 5);
    expect(fit.rate).toBeCloseTo(1.32167, 5);
    expect(fit.mean).toBeCloseTo(1.42206, 5);
    expect(fit.minusLogLikelihood).toBeCloseTo(181.57607, 5);
    expect(fit.homogeneous).toBe(false);
  });

  it('says so where areas differ no more than by chance', () => {
    const fit = gammaPoisson(
      [1, 2, 3, 4].map((expected) => ({ observed: expected * 10, expected: expected * 10 })),
    );
    expect(fit).toMatchObject({ homogeneous: true, mean: 1, shape: Number.POSITIVE_INFINITY });
  });

  it('is never less likely than no differences at all', () => {
    const area = fc.record({ observed: fc.nat(40), expected: fc.double({ min: 0.5, max: 30, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(area, { minLength: 2, maxLength: 25 }), (areas) => {
        const fit = gammaPoisson(areas);
        const events = areas.reduce((sum, { observed }) => sum + observed, 0);
        const pooled = events / areas.reduce((sum, { expected }) => sum + expected, 0);
        const flat = homogeneousAt(pooled, areas).minusLogLikelihood;
        expect(events === 0 || fit.minusLogLikelihood <= flat + 1e-4).toBe(true);
        expect(Number.isFinite(fit.mean)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('has nothing to say of no areas or no events', () => {
    expect(
      gammaPoisson([
        { observed: 0, expected: 3 },
        { observed: 0, expected: 2 },
      ]).mean,
    ).toBe(0);
    expect(() => gammaPoisson([{ observed: 1.5, expected: 3 }])).toThrow(RangeError);
  });
});
