import { describe, expect, it } from 'vitest';
import { readFigures } from '../../tests/fixtures/statistics/read-figures.ts';
import { gammaPoisson } from './gamma-poisson.ts';
import { gammaPoissonPosterior } from './gamma-poisson-posterior.ts';

const rows = readFigures('scotland-lip-cancer');
const areas = rows.map((row) => ({ observed: row.number('cases'), expected: row.number('expected') }));
const fit = gammaPoisson(areas);

describe('the smoothed risk of an area', () => {
  it.each([
    [9, 1.4, 6.4286, 3.9974],
    [39, 8.7, 4.4828, 4.0791],
    [11, 3, 3.6667, 2.9802],
    [13, 4.4, 2.9545, 2.6006],
    [10, 9, 1.1111, 1.1509],
    [0, 4.2, 0, 0.3404],
    [0, 1.8, 0, 0.6021],
  ])('of %s cases where %s were expected goes from %s to %s', (observed, expected, raw, smoothed) => {
    expect(areas).toContainEqual({ observed, expected });
    expect(observed / expected).toBeCloseTo(raw, 4);
    expect(gammaPoissonPosterior(fit, { observed, expected }).value).toBeCloseTo(smoothed, 4);
  });

  it('turns the order round: the raw leader, of nine cases, does not lead', () => {
    const smoothed = areas.map((area) => gammaPoissonPosterior(fit, area).value);
    const raw = areas.map(({ observed, expected }) => observed / expected);
    expect(rows[raw.indexOf(Math.max(...raw))]?.text('district')).toBe('skye-lochalsh');
    expect(rows[smoothed.indexOf(Math.max(...smoothed))]?.text('district')).toBe('banff-buchan');
    expect(Math.min(...smoothed)).toBeCloseTo(0.3319, 4);
  });

  it('lies within its interval, which narrows as more is expected', () => {
    const few = gammaPoissonPosterior(fit, { observed: 9, expected: 1.4 });
    const many = gammaPoissonPosterior(fit, { observed: 900, expected: 140 });
    expect(few.lower).toBeCloseTo(1.98648, 4);
    expect(few.upper).toBeCloseTo(6.69949, 4);
    expect(many.upper - many.lower).toBeLessThan(few.upper - few.lower);
  });

  it('is the mean where nothing differs, and the mean of all where nothing was expected', () => {
    const alike = gammaPoisson([
      { observed: 8, expected: 4 },
      { observed: 8, expected: 4 },
    ]);
    expect(gammaPoissonPosterior(alike, { observed: 1, expected: 1 })).toEqual({
      value: 2,
      lower: 2,
      upper: 2,
    });
    expect(gammaPoissonPosterior(fit, { observed: 0, expected: 0 }).value).toBeCloseTo(1.42206, 5);
  });
});
