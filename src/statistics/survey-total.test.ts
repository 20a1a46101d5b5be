import { describe, expect, it } from 'vitest';
import { smallSample } from '../../tests/fixtures/statistics/small-sample.ts';
import { surveyTotal } from './survey-total.ts';

const { units, y, group } = smallSample;

describe('a total by a design', () => {
  it("is what R's survey gives where every stratum has several clusters, or a lone one is sure", () => {
    const found = surveyTotal(units, y, { loneCluster: 'remove' });
    expect(found.value).toBeCloseTo(151.4, 10);
    expect(found.standardError).toBeCloseTo(20.8189016681, 8);
    const ofGroup = surveyTotal(units, y, { loneCluster: 'remove', among: group });
    expect(ofGroup.value).toBeCloseTo(112, 10);
    expect(ofGroup.standardError).toBeCloseTo(25.5603860169, 8);
  });

  it('is larger in its error where a lone cluster is measured', () => {
    expect(surveyTotal(units, y).standardError).toBeGreaterThan(20.82);
  });
});
