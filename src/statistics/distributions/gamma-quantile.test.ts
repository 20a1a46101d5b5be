import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gammaQuantile } from './gamma-quantile.ts';
import { incompleteGamma } from './incomplete-gamma.ts';

describe('a gamma quantile', () => {
  it.each([
    [0.1, 1e-6, 6.073048362408003e-61],
    [0.5, 0.025, 0.0004910345585876278],
    [1, 0.5, 0.6931471805599455],
    [5, 0.025, 1.6234863901184207],
    [50.5, 0.975, 65.34985431203297],
    [1000, 0.001, 905.1207909349766],
    [100_000, 0.999, 100980.06779195923],
  ])('of shape %s at %s is what SciPy gives, to 13 digits', (shape, probability, expected) => {
    expect(Math.abs(gammaQuantile(probability, shape) / expected - 1)).toBeLessThan(1e-13);
  });

  it('leads back to its probability', () => {
    const shapes = fc.double({ min: 0.05, max: 5000, noNaN: true });
    const shares = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
    fc.assert(
      fc.property(shapes, shares, (shape, share) => {
        const { lower, upper } = incompleteGamma(shape, gammaQuantile(share, shape));
        expect(Math.min(Math.abs(lower / share - 1), Math.abs(upper / (1 - share) - 1))).toBeLessThan(1e-9);
      }),
    );
  });

  it('has its ends', () => {
    expect(gammaQuantile(0, 3)).toBe(0);
    expect(gammaQuantile(1, 3)).toBe(Number.POSITIVE_INFINITY);
    expect(gammaQuantile(1.2, 3)).toBeNaN();
  });
});
