import { describe, expect, it } from 'vitest';
import { readFigures } from '../../tests/fixtures/statistics/read-figures.ts';
import { empiricalBayesBinomial } from './empirical-bayes-binomial.ts';

describe("Martuzzi and Elliott's smoothing of shares", () => {
  const rows = readFigures('huddersfield');
  const smoothed = empiricalBayesBinomial(
    rows.map((row) => ({ events: row.number('cases'), persons: row.number('total') })),
  );

  it.each([
    [1, 42.86, 34.44],
    [2, 28.95, 29.56],
    [3, 28.31, 28.94],
    [4, 21.43, 28.93],
    [59, 0, 29.73],
    [71, 47.17, 39.13],
  ])("draws area %s of Huddersfield from %s to %s percent, as on spdep's page", (place, raw, value) => {
    const row = rows[place - 1];
    expect((100 * (row?.number('cases') ?? 0)) / (row?.number('total') ?? 1)).toBeCloseTo(raw, 2);
    expect(100 * (smoothed[place - 1]?.value ?? 0)).toBeCloseTo(value, 2);
  });

  it('keeps shares between 0 and 1, and draws alike groups wholly to the mean', () => {
    const alike = empiricalBayesBinomial([
      { events: 5, persons: 10 },
      { events: 10, persons: 20 },
      { events: 0, persons: 0 },
    ]);
    expect(alike.map(({ value }) => value)).toEqual([0.5, 0.5, 0.5]);
    expect(() => empiricalBayesBinomial([{ events: 3, persons: 2 }])).toThrow(RangeError);
  });
});
