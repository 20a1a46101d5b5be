import { describe, expect, it } from 'vitest';
import { readFigures } from '../../tests/fixtures/statistics/read-figures.ts';
import { overDispersion } from './over-dispersion.ts';

describe('over-dispersion', () => {
  it('of lip cancer in Scotland is what NumPy gives', () => {
    const found = overDispersion(
      readFigures('scotland-lip-cancer').map((row) => ({
        observed: row.number('cases'),
        expected: row.number('expected'),
      })),
    );
    expect(found.phi).toBeCloseTo(4.98793331, 7);
    expect(found.excessive).toBe(true);
    expect(found.inflation).toBe(found.phi);
    expect(found.tauSquared).toBeCloseTo(0.44087719, 7);
  });

  it('is not found where areas are as expected', () => {
    const found = overDispersion([9, 10, 11, 10, 12].map((observed) => ({ observed, expected: 10 })));
    expect(found).toMatchObject({ excessive: false, inflation: 1, tauSquared: 0 });
    expect(overDispersion([]).phi).toBe(1);
  });

  it('is not made by one outlier among many', () => {
    const usual = Array.from({ length: 40 }, (_, index) => ({
      observed: 10 + ((index % 5) - 2),
      expected: 10,
    }));
    const found = overDispersion([...usual, { observed: 90, expected: 10 }]);
    expect(found.excessive).toBe(false);
  });
});
