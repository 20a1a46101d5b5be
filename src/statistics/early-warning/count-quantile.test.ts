import { describe, expect, it } from 'vitest';
import { countQuantile } from './count-quantile.ts';

describe('a quantile of counts that vary more than chance', () => {
  it("is that of surveillance's own test", () => {
    expect(countQuantile(0.05, 5, 1.5)).toBe(1);
    expect(countQuantile(0.95, 5, 1.5)).toBe(10);
  });

  it('is what R gives, and Poisson where nothing varies more', () => {
    expect(countQuantile(0.975, 5, 1.5)).toBe(11);
    expect(countQuantile(0.975, 10, 1)).toBe(17);
    expect(countQuantile(0.99, 0, 2)).toBe(0);
  });
});
