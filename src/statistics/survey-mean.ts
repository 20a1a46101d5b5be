import { surveyRatio, type SurveyEstimate, type SurveyOptions } from './survey-ratio.ts';
import type { SampledUnit } from './survey-design.ts';

/**
 * Mean of an answer among people, by weights, with its interval by the survey's design. In the answer's unit.
 *
 * Formula: ȳ = Σwy/Σw; linearised scores z = w(y − ȳ)/Σw; the variance by strata and clusters (`surveyDesign`);
 * interval ȳ ± t·se with clusters − strata degrees of freedom.
 *
 * Source: Lumley (2010), Complex Surveys: A Guide to Analysis Using R, chapters 2 and 5 (svymean); Wolter (2007), chapter 6.
 *
 * Assumes: as `surveyDesign`. Who did not answer is like who did, within weights. Not to be shown under 30 answers.
 * @param values the answers in the order of the sample; null where there is none
 * @param options.among who is in the group, where it is not everyone: never cut the sample itself down
 * @example
 * surveyMean([{ weight: 2, stratum: 'a', cluster: '1' }, { weight: 1, stratum: 'a', cluster: '2' }, { weight: 1, stratum: 'a', cluster: '3' }], [3, 5, 7]).value // 4.5
 */
export function surveyMean(
  sample: readonly SampledUnit[],
  values: readonly (number | null)[],
  options: SurveyOptions = {},
): SurveyEstimate {
  return surveyRatio(
    sample,
    values,
    values.map(() => 1),
    options,
  );
}
