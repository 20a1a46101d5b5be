import { describe, expect, it } from 'vitest';
import { expectedOf, newport } from '../../../tests/fixtures/statistics/salmonella.ts';
import { hasOutsideData } from '../../../tests/outside-data.ts';
import { ears } from './ears.ts';

describe('early aberration', () => {
  it('compares with the seven steps before, or seven that end two before', () => {
    const series = [3, 5, 4, 6, 4, 5, 3, 12, 4, 4];
    expect(ears(series, 'C1')[7]?.alarm).toBe(true);
    expect(ears(series, 'C1')[6]).toEqual({ upper: null, alarm: false });
    expect(ears(series, 'C2')[8]?.upper).toBeNull();
    expect(ears(series, 'C2')[9]?.upper).toBeCloseTo(7.724207, 5);
  });

  it('lowers the bar by what was over it in the two steps before', () => {
    const even = [4, 5, 4, 5, 4, 5, 4, 5, 4, 5, 4, 5, 4];
    const risen = [...even.slice(0, 10), 8, 8, 8];
    const upper = (series: readonly number[]) => ears(series, 'C3').at(-1)?.upper ?? 0;
    expect(upper(risen)).toBeLessThan(upper(even));
    expect(ears(risen, 'C3').at(-1)?.alarm).toBe(true);
  });
});

describe.skipIf(!hasOutsideData)('early aberration of Salmonella Newport', () => {
  it.each(['C1', 'C2'] as const)('by %s has the limits that surveillance gives', (method) => {
    const chart = ears(newport(), method);
    for (const { at, upper, alarm } of expectedOf(`ears${method}`)) {
      expect(chart[at]?.upper).toBeCloseTo(upper ?? Number.NaN, 8);
      expect(chart[at]?.alarm).toBe(alarm);
    }
  });

  it('by C3 stands as far above the mean as surveillance, which counts from the week itself, stands above that', () => {
    const series = newport();
    const chart = ears(series, 'C3');
    const beyondZero = expectedOf('earsC3').filter(
      ({ at, upper }) => (upper ?? 0) > 0 && (chart[at]?.upper ?? 0) > 0,
    );
    expect(beyondZero.length).toBeGreaterThan(80);
    for (const { at, upper } of beyondZero) {
      const window = series.slice(at - 9, at - 2);
      const mean = window.reduce((sum, count) => sum + count, 0) / 7;
      expect((chart[at]?.upper ?? 0) - mean).toBeCloseTo((upper ?? 0) - (series[at] ?? 0), 8);
    }
  });
});
