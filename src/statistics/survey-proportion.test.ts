import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallSample } from '../../tests/fixtures/statistics/small-sample.ts';
import { surveyProportion } from './survey-proportion.ts';

const { units, y } = smallSample;
const high = y.map((answer) => (answer === null ? null : answer >= 5));

describe('a share by a design', () => {
  it("is what R's survey gives, with its interval by logits", () => {
    const found = surveyProportion(units, high);
    expect(found.value).toBeCloseTo(0.543478260867, 10);
    expect(found.standardError).toBeCloseTo(0.148988971231, 8);
    expect(found.lower).toBeCloseTo(0.202737489438, 6);
    expect(found.upper).toBeCloseTo(0.84786830792, 6);
    const sure = surveyProportion(units, high, { loneCluster: 'remove' });
    expect(sure.lower).toBeCloseTo(0.304368974983, 6);
    expect(sure.upper).toBeCloseTo(0.764099058078, 6);
  });

  it('keeps between none and all', () => {
    const answers = fc.array(fc.boolean(), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(answers, (holds) => {
        const { value, lower, upper } = surveyProportion(units, holds);
        expect(lower ?? 0).toBeGreaterThanOrEqual(0);
        expect(upper ?? 1).toBeLessThanOrEqual(1);
        expect(lower ?? 0).toBeLessThanOrEqual(value);
        expect(upper ?? 1).toBeGreaterThanOrEqual(value);
      }),
    );
  });

  it('is not sure of none, though nobody said yes', () => {
    const alike = Array.from({ length: 40 }, (_, index) => ({
      weight: 1,
      stratum: 'a',
      cluster: String(index % 4),
    }));
    const none = surveyProportion(
      alike,
      alike.map(() => false),
    );
    expect(none).toMatchObject({ value: 0, lower: 0 });
    // Clopper and Pearson for 0 of 40, as printed in tables.
    expect(none.upper).toBeCloseTo(0.0881, 4);
    const all = surveyProportion(
      alike,
      alike.map(() => true),
    );
    expect(all.lower).toBeCloseTo(1 - 0.0881, 4);
    expect(all.upper).toBe(1);
  });
});
