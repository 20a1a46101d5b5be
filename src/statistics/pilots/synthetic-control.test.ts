import { describe, expect, it } from 'vitest';
import { tobacco } from '../../../tests/fixtures/statistics/tobacco.ts';
import { hasOutsideData } from '../../../tests/outside-data.ts';
import { syntheticControl } from './synthetic-control.ts';

describe('a synthetic control', () => {
  it('is the mixture that ran like the pilot', () => {
    const others = [
      { before: [0, 10, 4], after: [1] },
      { before: [10, 0, 8], after: [3] },
      { before: [90, 90, 90], after: [9] },
    ];
    const found = syntheticControl({ before: [2.5, 7.5, 5], after: [4] }, others);
    [0.75, 0.25, 0].forEach((weight, index) => expect(found.weights[index]).toBeCloseTo(weight, 10));
    expect(found.errorBefore).toBeCloseTo(0, 12);
    expect(found.effect).toBeCloseTo(2.5, 10);
  });

  it('keeps to the nearest where the pilot lies outside of all others', () => {
    const others = [
      { before: [10, 10], after: [10] },
      { before: [20, 20], after: [20] },
    ];
    expect(syntheticControl({ before: [5, 5], after: [5] }, others).weights).toEqual([1, 0]);
  });

  it('wants others with the same periods', () => {
    expect(() => syntheticControl({ before: [5], after: [5] }, [])).toThrow(RangeError);
    expect(() => syntheticControl({ before: [5], after: [5] }, [{ before: [5, 4], after: [5] }])).toThrow(
      RangeError,
    );
  });
});

describe.skipIf(!hasOutsideData)("California's tax on tobacco", () => {
  it('is the mixture of states that others found, by outcomes alone', () => {
    const { pilot, others } = tobacco();
    const found = syntheticControl(pilot, others);
    const expected = {
      Utah: 0.3939,
      Montana: 0.2318,
      Nevada: 0.2049,
      Connecticut: 0.1091,
      'New Hampshire': 0.0454,
      Colorado: 0.0148,
    };
    for (const [name, weight] of Object.entries(expected))
      expect(found.weights[others.findIndex((other) => other.name === name)], name).toBeCloseTo(weight, 4);
    expect(found.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(found.errorBefore).toBeCloseTo(2.7437, 4);
    expect(Math.sqrt(found.errorBefore)).toBeCloseTo(1.6564, 4);
    expect(found.effect).toBeCloseTo(-19.5136, 3);
    expect(found.gaps.after[0]).toBeCloseTo(-8.4405, 3);
    expect(found.gaps.after[6]).toBeCloseTo(-22.858, 3);
    expect(found.gaps.after[10]).toBeCloseTo(-27.52, 3);
    expect(found.gaps.after[11]).toBeCloseTo(-26.5966, 3);
    expect(found.ratio).toBeCloseTo(154.75, 1);
  });
});
