import { describe, expect, it } from 'vitest';
import { readFigures } from '../../tests/fixtures/statistics/read-figures.ts';
import { gammaPoissonMoments } from './gamma-poisson-moments.ts';
import { gammaPoissonPosterior } from './gamma-poisson-posterior.ts';

describe('the gamma-Poisson fit by moments', () => {
  it('finds the distribution of lip cancer in Scotland', () => {
    const fit = gammaPoissonMoments(
      readFigures('scotland-lip-cancer').map((row) => ({
        observed: row.number('cases'),
        expected: row.number('expected'),
      })),
    );
    expect(fit.shape).toBeCloseTo(1.64402, 5);
    expect(fit.rate).toBeCloseTo(1.14884, 5);
  });

  it('finds that of sudden infant deaths in North Carolina, and the counties by it', () => {
    const rows = readFigures('nc-sids');
    const whole = 667 / 329_962;
    const areas = rows.map((row) => ({
      observed: row.number('deaths'),
      expected: row.number('births') * whole,
    }));
    const fit = gammaPoissonMoments(areas);
    expect(fit.shape).toBeCloseTo(4.63075, 4);
    expect(fit.rate).toBeCloseTo(4.39574, 4);
    const expected = { Ashe: 0.853, Alleghany: 0.8607, Surry: 0.8884, Anson: 2.5934 };
    for (const [county, risk] of Object.entries(expected)) {
      const area = areas[rows.findIndex((row) => row.text('county') === county)];
      expect(gammaPoissonPosterior(fit, area ?? { observed: 0, expected: 0 }).value, county).toBeCloseTo(
        risk,
        4,
      );
    }
  });

  it('says so where areas differ no more than by chance', () => {
    const alike = [5, 6, 7].map((expected) => ({ observed: expected, expected }));
    expect(gammaPoissonMoments(alike)).toMatchObject({ homogeneous: true, mean: 1 });
    expect(gammaPoissonMoments([{ observed: 3, expected: 2 }]).homogeneous).toBe(true);
  });
});
