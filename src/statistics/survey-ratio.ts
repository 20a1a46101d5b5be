import { studentQuantile } from './distributions/student-quantile.ts';
import { surveyDesign, type LoneCluster, type SampledUnit } from './survey-design.ts';

/** Fewer answers than this are not shown. */
export const leastAnswers = 30;

export type SurveyOptions = {
  readonly among?: readonly boolean[];
  readonly confidence?: number;
  readonly loneCluster?: LoneCluster;
};

/** An estimate of a survey, with what it rests on. */
export type SurveyEstimate = {
  readonly value: number;
  readonly standardError: number;
  /** Null where the answers come from too few clusters to tell. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly answers: number;
  readonly clusters: number;
  readonly strata: number;
  readonly degrees: number;
  /** How many times larger the variance is than that of as many answers drawn one by one; null where these do not vary. */
  readonly designEffect: number | null;
  /** Whether there are answers enough to be shown. */
  readonly mayShow: boolean;
};

/**
 * Ratio of two answers' totals among people, by weights, with its interval by the survey's design: pesos lost per household, visits per member.
 *
 * Formula: R = Σwy/Σwx; z = w(y − R·x)/Σwx; the variance by strata and clusters (`surveyDesign`); R ± t·se. Design effect: that
 * variance over s²/(n·x̄²), s² the weighted variance of y − R·x.
 *
 * Source: Lumley (2010), Complex Surveys, sections 2.2 and 5.1 (svyratio); Wolter (2007), chapter 6; Kish (1965), Survey Sampling, 8.2 (design effect).
 *
 * Assumes: as `surveyDesign`; the denominators' total is not near zero. Taylor's first term stands for the whole.
 * @param above numerators in the order of the sample; null where there is no answer
 * @param below denominators; null where there is no answer
 * @example
 * surveyRatio([{ weight: 2, stratum: 'a', cluster: '1' }, { weight: 1, stratum: 'a', cluster: '2' }], [3, 5], [1, 2]).value // 2.75
 */
export function surveyRatio(
  sample: readonly SampledUnit[],
  above: readonly (number | null)[],
  below: readonly (number | null)[],
  options: SurveyOptions = {},
): SurveyEstimate {
  checkSample(sample, above, options.among);
  const answered = sample.map(
    ({ weight }, index) =>
      weight > 0 &&
      options.among?.[index] !== false &&
      (above[index] ?? null) !== null &&
      (below[index] ?? null) !== null,
  );
  const all = weightedOf(sample, above, below, answered);
  const value = all.above / all.below;
  const distance = (index: number) => (above[index] ?? 0) - value * (below[index] ?? 0);
  const scores = sample.map(({ weight }, index) => (weight * distance(index)) / all.below);
  const { variance, ...reach } = surveyDesign(sample, scores, answered, options.loneCluster);
  const squares = sample.reduce(
    (sum, { weight }, index) => (answered[index] ? sum + weight * distance(index) ** 2 : sum),
    0,
  );
  const drawnOneByOne = (squares * all.weight) / ((all.answers - 1) * all.below ** 2);
  const standardError = Math.sqrt(variance);
  return {
    value,
    standardError,
    ...intervalAbout(value, standardError, reach.degrees, options.confidence),
    answers: all.answers,
    ...reach,
    designEffect: drawnOneByOne > 0 ? variance / drawnOneByOne : null,
    mayShow: all.answers >= leastAnswers,
  };
}

/** Refuses answers that do not belong to the sample, and weights that are none. */
export function checkSample(
  sample: readonly SampledUnit[],
  values: readonly unknown[],
  among: readonly boolean[] | undefined,
): void {
  if (values.length !== sample.length || (among !== undefined && among.length !== sample.length))
    throw new RangeError('one answer for each sampled unit');
  if (sample.some(({ weight }) => !(weight >= 0) || !Number.isFinite(weight)))
    throw new RangeError('weights are not negative');
}

/** Estimate ± t·se; null where no degree of freedom is left. */
export function intervalAbout(
  value: number,
  standardError: number,
  degrees: number,
  confidence = 0.95,
): { readonly lower: number | null; readonly upper: number | null } {
  if (degrees < 1 || !Number.isFinite(value)) return { lower: null, upper: null };
  const reach = studentQuantile(0.5 + confidence / 2, degrees) * standardError;
  return { lower: value - reach, upper: value + reach };
}

function weightedOf(
  sample: readonly SampledUnit[],
  above: readonly (number | null)[],
  below: readonly (number | null)[],
  answered: readonly boolean[],
) {
  const sums = { above: 0, below: 0, weight: 0, answers: 0 };
  sample.forEach(({ weight }, index) => {
    if (!answered[index]) return;
    sums.above += weight * (above[index] ?? 0);
    sums.below += weight * (below[index] ?? 0);
    sums.weight += weight;
    sums.answers += 1;
  });
  return sums;
}
