import { describe, expect, it } from 'vitest';
import { studentQuantile } from './student-quantile.ts';
import { studentTail } from './student-tail.ts';

describe("both tails of Student's t", () => {
  it('are what its quantiles say', () => {
    for (const degrees of [1, 5, 26, 400])
      expect(studentTail(studentQuantile(0.995, degrees), degrees)).toBeCloseTo(0.01, 12);
    expect(studentTail(0, 7)).toBe(1);
  });
});
