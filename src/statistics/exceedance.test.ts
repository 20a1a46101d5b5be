import { describe, expect, it } from 'vitest';
import { readFigures } from '../../tests/fixtures/statistics/read-figures.ts';
import { exceedance } from './exceedance.ts';
import { gammaPoisson } from './gamma-poisson.ts';

const fit = gammaPoisson(
  readFigures('scotland-lip-cancer').map((row) => ({
    observed: row.number('cases'),
    expected: row.number('expected'),
  })),
);

describe('the probability that a risk is above a threshold', () => {
  it('is what SciPy gives for Skye-Lochalsh and Tweeddale', () => {
    expect(exceedance(fit, { observed: 9, expected: 1.4 }, 1.2)).toBeCloseTo(0.999315, 5);
    expect(exceedance(fit, { observed: 0, expected: 4.2 }, 1.2)).toBeCloseTo(0.00828, 5);
  });

  it('is sure at zero and falls as the threshold rises', () => {
    const area = { observed: 5, expected: 4 };
    const chances = [0, 0.5, 1, 1.5, 3].map((threshold) => exceedance(fit, area, threshold));
    expect(chances[0]).toBe(1);
    expect(chances.toSorted((a, b) => b - a)).toEqual(chances);
    expect(() => exceedance(fit, area, -1)).toThrow(RangeError);
  });

  it('is all or nothing where areas do not differ', () => {
    const alike = gammaPoisson([
      { observed: 8, expected: 4 },
      { observed: 8, expected: 4 },
    ]);
    expect(exceedance(alike, { observed: 1, expected: 1 }, 1.2)).toBe(1);
    expect(exceedance(alike, { observed: 9, expected: 1 }, 2.5)).toBe(0);
  });
});
