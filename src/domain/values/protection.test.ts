import { describe, expect, it } from 'vitest';
import { silentFigure } from './figure.ts';
import { isSmall, protectedFigure } from './protection.ts';

const figure = {
  ...silentFigure({ seriesId: 1, territoryId: 2, period: '2024-01-01', disaggregationId: 0 }, 'value'),
  value: 3,
  reported: 2,
  withheld: 1,
  parts: { numerator: 3, denominator: 1000 },
  estimate: { method: 'published', interval: { lower: 1, upper: 7 }, standardError: 2, answers: 40 },
  reporting: { territories: 1, territoriesOf: 2, reports: 3, reportsOf: 4 },
} as const;

describe('a protected figure', () => {
  it('keeps nothing from which it could be told: neither parts, error, who reported nor how many cells were added', () => {
    expect(protectedFigure(figure)).toEqual({
      ...silentFigure({ seriesId: 1, territoryId: 2, period: '2024-01-01', disaggregationId: 0 }),
      state: 'protected',
    });
  });

  it('is small from one to below the threshold; zero is not, nor what is no value', () => {
    const smallOf = (value: number | null) => isSmall({ value, state: 'value' }, 5);
    expect([0, 1, 4, 5, null].map(smallOf)).toEqual([false, true, true, false, false]);
    expect(isSmall({ value: 2, state: 'withheld' }, 5)).toBe(false);
  });
});
