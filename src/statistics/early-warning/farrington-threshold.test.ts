import { describe, expect, it } from 'vitest';
import { farringtonThreshold } from './farrington-threshold.ts';

describe("Farrington's limits", () => {
  it.each([
    ['none', 1.3073128, 8.6926872],
    ['1/2', 1.9891097, 9.3744842],
    ['2/3', 1.8084477, 9.1154825],
  ] as const)("on the scale %s are those of surveillance's own test", (transform, lower, upper) => {
    // There 5 % lie above, not 5 % in all.
    const limits = farringtonThreshold({ mean: 5, error: 0.2, dispersion: 1 }, 0.1, transform);
    expect(limits.lower).toBeCloseTo(lower, 6);
    expect(limits.upper).toBeCloseTo(upper, 6);
  });

  it('are never below nothing', () => {
    expect(farringtonThreshold({ mean: 0.4, error: 0.2, dispersion: 2 }, 0.01).lower).toBe(0);
  });
});
