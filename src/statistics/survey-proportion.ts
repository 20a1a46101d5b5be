import { studentQuantile } from './distributions/student-quantile.ts';
import type { SampledUnit } from './survey-design.ts';
import { surveyMean } from './survey-mean.ts';
import type { SurveyEstimate, SurveyOptions } from './survey-ratio.ts';

/**
 * Share of people of whom something holds, by weights, with an interval that never leaves 0 to 1.
 *
 * Formula: p = Σw·1(yes)/Σw, its standard error as a mean's; interval logit(p) ± t·se/(p(1−p)), turned back. For none or all:
 * Clopper and Pearson's of as many answers as the weights are worth, n* = (Σw)²/Σw²: upper 1 − (α/2)^(1/n*).
 *
 * Source: Lumley (2010), Complex Surveys, section 2.3 (svyciprop, method "logit"); Korn & Graubard (1999), Analysis of Health Surveys, section 3.4;
 * Kish (1965), Survey Sampling, 11.7 for n*.
 *
 * Assumes: as `surveyMean`. For none or all the clusters' likeness cannot be seen: the interval is then rather too narrow.
 * @param holds whether it holds, in the order of the sample; null where there is no answer
 * @example
 * surveyProportion([{ weight: 2, stratum: 'a', cluster: '1' }, { weight: 1, stratum: 'a', cluster: '2' }, { weight: 1, stratum: 'a', cluster: '3' }], [true, false, true]).value // 0.75
 */
export function surveyProportion(
  sample: readonly SampledUnit[],
  holds: readonly (boolean | null)[],
  options: SurveyOptions = {},
): SurveyEstimate {
  const values = holds.map((answer) => (answer === null ? null : Number(answer)));
  const estimate = surveyMean(sample, values, options);
  const { value, standardError, degrees, lower } = estimate;
  if (lower === null) return estimate;
  const confidence = options.confidence ?? 0.95;
  if (standardError === 0 && (value <= 0 || value >= 1)) {
    const counted = sample.filter(
      (_, index) => options.among?.[index] !== false && (values[index] ?? null) !== null,
    );
    const room = 1 - ((1 - confidence) / 2) ** (1 / worthOf(counted));
    return value <= 0 ? { ...estimate, lower: 0, upper: room } : { ...estimate, lower: 1 - room, upper: 1 };
  }
  const middle = Math.log(value / (1 - value));
  const reach = (studentQuantile(0.5 + confidence / 2, degrees) * standardError) / (value * (1 - value));
  return { ...estimate, lower: shareOf(middle - reach), upper: shareOf(middle + reach) };
}

function shareOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

function worthOf(sample: readonly SampledUnit[]): number {
  const sum = sample.reduce((total, { weight }) => total + weight, 0);
  return sum ** 2 / sample.reduce((total, { weight }) => total + weight ** 2, 0);
}
