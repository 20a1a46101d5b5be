import { describe, expect, it } from 'vitest';
import { expectedOf, newport, sameTimes } from '../../../tests/fixtures/statistics/salmonella.ts';
import { hasOutsideData } from '../../../tests/outside-data.ts';
import { farringtonFlexible } from './farrington-flexible.ts';

describe('a count against all steps of past years', () => {
  const past = [2, 3, 1, 2, 3, 2, 1, 4, 2, 2, 3, 1, 2, 3, 1, 2];
  const options = { stepsAYear: 4, years: 3, around: 0, seasons: 4, leftOut: 1 };

  it('is an alarm where it is far above them', () => {
    expect(farringtonFlexible([...past, 11], 16, options)?.alarm).toBe(true);
    expect(farringtonFlexible([...past, 4], 16, options)?.alarm).toBe(false);
  });

  it('is not judged before there are so many years', () => {
    expect(farringtonFlexible(past, 9, options)).toBeNull();
  });

  it('wants a year that can be cut into the seasons', () => {
    expect(() => farringtonFlexible(past, 13, { ...options, seasons: 9 })).toThrow(RangeError);
  });
});

describe.skipIf(!hasOutsideData)('against a series that others have judged', () => {
  it('gives the limits and alarms that surveillance gives for Salmonella Newport, by dates', () => {
    const series = newport();
    for (const { at, upper, alarm } of expectedOf('farringtonFlexible')) {
      const warning = farringtonFlexible(series, at, {
        stepsAYear: 52,
        years: 4,
        around: 3,
        alpha: 0.01,
        seasons: 10,
        leftOut: 26,
        sameTimes: sameTimes(at),
      });
      expect(warning?.upper).toBe(upper);
      expect(warning?.alarm).toBe(alarm);
    }
  });
});
