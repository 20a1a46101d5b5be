import { describe, expect, it } from 'vitest';
import { agona, expectedOf, newport, sameTimes } from '../../../tests/fixtures/statistics/salmonella.ts';
import { hasOutsideData } from '../../../tests/outside-data.ts';
import { farrington } from './farrington.ts';

const weekly = { stepsAYear: 52, years: 4, around: 3, alpha: 0.01 };

describe('a count against the same time of past years', () => {
  const quarters = [2, 3, 1, 2, 3, 2, 1, 4, 2, 2, 3, 1];
  const options = { stepsAYear: 4, years: 2, around: 1 };

  it('is an alarm where it is far above them', () => {
    expect(farrington([...quarters, 9], 12, options)).toMatchObject({ alarm: true, withTrend: false });
    expect(farrington([...quarters, 3], 12, options)?.alarm).toBe(false);
  });

  it('is none under five events in the last four steps, however few there were before', () => {
    const quiet = farrington([0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 3], 12, options);
    expect(quiet).toMatchObject({ alarm: false, upper: null, score: null });
  });

  it('is not judged without a past, nor where nothing was reported', () => {
    expect(farrington([9], 0, options)).toBeNull();
    expect(farrington([...quarters, null], 12, options)?.alarm).toBe(false);
    const gap = farrington([2, 3, 1, null, 3, 2, 1, 4, 2, 2, 3, 1, 9], 12, options);
    expect(gap?.alarm).toBe(true);
  });
});

describe.skipIf(!hasOutsideData)('against series that others have judged', () => {
  it('finds two alarms in the last 43 weeks of Salmonella Agona', () => {
    const series = agona();
    const found = Array.from({ length: 43 }, (_, index) => farrington(series, 269 + index, weekly));
    expect(series.reduce((sum, count) => sum + count, 0)).toBe(897);
    expect(found.flatMap((warning, index) => (warning?.alarm === true ? [270 + index] : []))).toEqual([
      284, 285,
    ]);
    const one = farrington(series, 283, weekly);
    const other = farrington(series, 284, weekly);
    const last = farrington(series, 311, weekly);
    expect([one?.expected, one?.upper, one?.score].map((value) => value?.toFixed(4))).toEqual([
      '1.4281',
      '5.7761',
      '1.2815',
    ]);
    expect(
      [other?.expected, other?.dispersion, other?.upper, other?.score].map((value) => value?.toFixed(4)),
    ).toEqual(['1.4964', '1.0085', '5.9321', '1.0153']);
    expect(last?.expected).toBeCloseTo(6.6833, 4);
    expect(last?.dispersion).toBeCloseTo(1.1704, 4);
    expect(last?.upper).toBeCloseTo(17.2906, 3);
  });

  it('gives the limits and alarms that surveillance gives for Salmonella Newport, by dates', () => {
    const series = newport();
    for (const { at, upper, alarm } of expectedOf('farrington')) {
      const warning = farrington(series, at, { ...weekly, sameTimes: sameTimes(at) });
      // The package writes 0 where too little happened to tell.
      expect(Math.abs((warning?.upper ?? 0) - (upper ?? 0))).toBeLessThan(1e-4 * (1 + (upper ?? 0)));
      expect(warning?.alarm).toBe(alarm);
    }
  });
});
