import { surveyDesign, type SampledUnit } from './survey-design.ts';
import {
  checkSample,
  intervalAbout,
  leastAnswers,
  type SurveyEstimate,
  type SurveyOptions,
} from './survey-ratio.ts';

/**
 * Total of an answer over all the people that the sample stands for, with its interval by the survey's design. In the answer's unit; with answers
 * of 0 and 1 it is a number of people.
 *
 * Formula: T = Σwy; scores z = wy; the variance by strata and clusters (`surveyDesign`); T ± t·se.
 *
 * Source: Lumley (2010), Complex Surveys, section 2.2 (svytotal); Horvitz & Thompson (1952), JASA 47:663-685.
 *
 * Assumes: as `surveyDesign`; weights are people per answer, not scaled to the sample's size, or the total is one of nobody. Missing answers add nothing.
 * @param values the answers in the order of the sample; null where there is none
 * @example
 * surveyTotal([{ weight: 20, stratum: 'a', cluster: '1' }, { weight: 10, stratum: 'a', cluster: '2' }], [1, 0]).value // 20
 */
export function surveyTotal(
  sample: readonly SampledUnit[],
  values: readonly (number | null)[],
  options: SurveyOptions = {},
): SurveyEstimate {
  checkSample(sample, values, options.among);
  const answered = sample.map(
    ({ weight }, index) => weight > 0 && options.among?.[index] !== false && (values[index] ?? null) !== null,
  );
  const scores = sample.map(({ weight }, index) => weight * (values[index] ?? 0));
  const { variance, ...reach } = surveyDesign(sample, scores, answered, options.loneCluster);
  const value = scores.reduce((sum, score, index) => (answered[index] ? sum + score : sum), 0);
  const answers = answered.filter(Boolean).length;
  const standardError = Math.sqrt(variance);
  return {
    value,
    standardError,
    ...intervalAbout(value, standardError, reach.degrees, options.confidence),
    answers,
    ...reach,
    designEffect: null,
    mayShow: answers >= leastAnswers,
  };
}
