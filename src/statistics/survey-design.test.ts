import { describe, expect, it } from 'vitest';
import { surveyDesign } from './survey-design.ts';

const unit = (stratum: string, cluster: string) => ({ weight: 1, stratum, cluster });

describe('the variance of a design', () => {
  it('counts a cluster of the sample without answers as zero', () => {
    const sample = [unit('a', '1'), unit('a', '2'), unit('a', '3')];
    const all = surveyDesign(sample, [3, 3, 3], [true, true, true]);
    const some = surveyDesign(sample, [3, 3, 3], [true, true, false]);
    expect(all).toEqual({ variance: 0, clusters: 3, strata: 1, degrees: 2 });
    expect(some).toEqual({ variance: 9, clusters: 2, strata: 1, degrees: 1 });
  });

  it('reads the name of a cluster within its stratum', () => {
    const sample = [unit('a', '1'), unit('b', '1'), unit('a', '2'), unit('b', '2')];
    expect(surveyDesign(sample, [1, 5, 3, 5], [true, true, true, true])).toMatchObject({
      variance: 4,
      clusters: 4,
      strata: 2,
      degrees: 2,
    });
  });

  it('measures a lone cluster from the mean of all, or takes it as sure', () => {
    const sample = [unit('a', '1'), unit('a', '2'), unit('b', '1')];
    const scores = [2, 4, 9];
    const answered = [true, true, true];
    expect(surveyDesign(sample, scores, answered, 'remove').variance).toBe(4);
    expect(surveyDesign(sample, scores, answered, 'centre').variance).toBe(4 + 16);
  });
});
