import { describe, expect, it } from 'vitest';
import { rate } from './rate.ts';

describe('a rate', () => {
  it.each([
    [3, 8000, 37.5, 7.7, 109.6],
    [12, 60_000, 20, 10.3, 34.9],
    [0, 5000, 0, 0, 73.8],
  ])('of %s events in %s people is %s per 100,000 (%s to %s)', (events, persons, value, lower, upper) => {
    const got = rate(events, persons);
    expect(got.value).toBeCloseTo(value, 10);
    expect(got.lower).toBeCloseTo(lower, 1);
    expect(got.upper).toBeCloseTo(upper, 1);
  });

  it('is per as many people as one asks', () => {
    expect(rate(3, 8000, { per: 1000 }).value).toBeCloseTo(0.375, 12);
  });

  it('is refused without people', () => {
    expect(() => rate(1, 0)).toThrow(RangeError);
  });
});
