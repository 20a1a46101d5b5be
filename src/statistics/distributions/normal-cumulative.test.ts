import { describe, expect, it } from 'vitest';
import { normalCumulative } from './normal-cumulative.ts';

describe('the share below a z', () => {
  it.each([
    [-6, 9.865876450376946e-10],
    [-3, 0.0013498980316300933],
    [-1.96, 0.024997895148220435],
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [6, 0.9999999990134123],
  ])('of %s is what SciPy gives', (z, expected) => {
    expect(Math.abs(normalCumulative(z) / expected - 1)).toBeLessThan(1e-12);
  });
});
