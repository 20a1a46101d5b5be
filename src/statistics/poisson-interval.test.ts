import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonInterval } from './poisson-interval.ts';

describe("Garwood's interval", () => {
  it.each([
    [0, 0, 3.6889],
    [1, 0.0253, 5.5716],
    [5, 1.6235, 11.6683],
    [10, 4.7954, 18.3904],
    [20, 12.2165, 30.8884],
    [50, 37.111, 65.9188],
  ])('of %s events goes from %s to %s', (count, lower, upper) => {
    const interval = poissonInterval(count);
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });

  it('holds the count, and widens with the confidence asked for', () => {
    const levels = fc.double({ min: 0.5, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), levels, (count, confidence) => {
        const narrow = poissonInterval(count, confidence);
        const wide = poissonInterval(count, confidence + 0.005);
        expect(narrow.lower).toBeLessThanOrEqual(count);
        expect(narrow.upper).toBeGreaterThan(count);
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
        expect(wide.upper).toBeGreaterThan(narrow.upper);
      }),
    );
  });

  it('refuses what is no count', () => {
    expect(() => poissonInterval(-1)).toThrow(RangeError);
    expect(() => poissonInterval(1.5)).toThrow(RangeError);
    expect(() => poissonInterval(3, 1)).toThrow(RangeError);
  });
});
