import { describe, expect, it } from 'vitest';
import { smallSample } from '../../tests/fixtures/statistics/small-sample.ts';
import { surveyRatio } from './survey-ratio.ts';

const { units, y, x } = smallSample;

describe('a ratio by a design', () => {
  it("is what R's survey gives", () => {
    const found = surveyRatio(units, y, x);
    expect(found.value).toBeCloseTo(2.1414427157, 9);
    expect(found.standardError).toBeCloseTo(0.146977035581, 10);
    expect(surveyRatio(units, y, x, { loneCluster: 'remove' }).standardError).toBeCloseTo(0.136299750511, 10);
  });

  it('does not change with the scale of the weights', () => {
    const tenfold = units.map((unit) => ({ ...unit, weight: unit.weight * 10 }));
    expect(surveyRatio(tenfold, y, x).standardError).toBeCloseTo(surveyRatio(units, y, x).standardError, 12);
    expect(surveyRatio(tenfold, y, x).designEffect).toBeCloseTo(
      surveyRatio(units, y, x).designEffect ?? 0,
      12,
    );
  });

  it('may be shown from thirty answers on', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      weight: 1,
      stratum: 'a',
      cluster: String(index),
    }));
    const ones = many.map(() => 1);
    expect(surveyRatio(many, ones, ones).mayShow).toBe(true);
    expect(surveyRatio(many, [null, ...ones.slice(1)], ones).mayShow).toBe(false);
  });
});
