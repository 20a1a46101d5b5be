import { describe, expect, it } from 'vitest';
import { tobacco } from '../../../tests/fixtures/statistics/tobacco.ts';
import { hasOutsideData } from '../../../tests/outside-data.ts';
import { differenceInDifferences } from './difference-in-differences.ts';

describe('a difference in differences', () => {
  it('of four rounded means of Card and Krueger is 2.75', () => {
    const found = differenceInDifferences({ before: [20.44], after: [21.03] }, [
      { before: [23.33], after: [21.17] },
    ]);
    expect(found).toBeCloseTo(2.75, 10);
    const fromChanges = differenceInDifferences({ before: [0], after: [0.4667] }, [
      { before: [0], after: [-2.2833] },
    ]);
    expect(fromChanges).toBeCloseTo(2.75, 10);
  });

  it('wants something to compare with', () => {
    expect(() => differenceInDifferences({ before: [1], after: [2] }, [])).toThrow(RangeError);
    expect(() => differenceInDifferences({ before: [], after: [2] }, [{ before: [1], after: [1] }])).toThrow(
      RangeError,
    );
  });
});

describe.skipIf(!hasOutsideData)("California's tax on tobacco", () => {
  it('went with 27.349 packs less than all other states had', () => {
    const { pilot, others } = tobacco();
    expect(others).toHaveLength(38);
    expect(differenceInDifferences(pilot, others)).toBeCloseTo(-27.3491, 4);
  });
});
