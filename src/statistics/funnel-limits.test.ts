import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { funnelLimits } from './funnel-limits.ts';

describe('the limits of a funnel', () => {
  it.each([
    [10, [1.2205, 3.7752, 16.16, 20.662]],
    [50, [29.1228, 36.1217, 63.8305, 72.7514]],
    [2, [0, 0, 4.7662, 7.1126]],
    [0.5, [0, 0, 1.86, 3.4759]],
  ])('where %s are expected are those of the interpolated Poisson distribution', (expected, limits) => {
    const got = funnelLimits(expected);
    [got.alarmLower, got.alertLower, got.alertUpper, got.alarmUpper].forEach((value, index) =>
      expect(Math.abs(value - (limits[index] ?? 0))).toBeLessThan(6e-4),
    );
  });

  it('open steadily, wherever one is', () => {
    const somewhere = fc.double({ min: 0.05, max: 2000, noNaN: true });
    fc.assert(
      fc.property(somewhere, (expected) => {
        const here = funnelLimits(expected);
        const further = funnelLimits(expected * 1.01);
        expect(here.alarmLower).toBeLessThanOrEqual(here.alertLower);
        expect(here.alertLower).toBeLessThanOrEqual(expected);
        expect(here.alertUpper).toBeGreaterThan(expected);
        expect(here.alarmUpper).toBeGreaterThan(here.alertUpper);
        expect(further.alarmUpper).toBeGreaterThanOrEqual(here.alarmUpper);
      }),
    );
  });

  it('widen by the root of the over-dispersion, and never go below zero', () => {
    const plain = funnelLimits(50);
    const wide = funnelLimits(50, 4);
    expect(wide.alertUpper - 50).toBeCloseTo(2 * (plain.alertUpper - 50), 10);
    expect(funnelLimits(10, 9).alarmLower).toBe(0);
    expect(() => funnelLimits(10, 0.5)).toThrow(RangeError);
  });

  it('are closed where nothing is expected', () => {
    expect(funnelLimits(0)).toEqual({ alarmLower: 0, alertLower: 0, alertUpper: 0, alarmUpper: 0 });
  });
});
