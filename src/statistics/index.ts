/** Statistics for small areas: numbers in, numbers out. Each file is one method, with its formula, its source and an example that a test runs. */
export { gammaQuantile } from './distributions/gamma-quantile.ts';
export { incompleteBeta } from './distributions/incomplete-beta.ts';
export { incompleteGamma, type Tails } from './distributions/incomplete-gamma.ts';
export { logGamma } from './distributions/log-gamma.ts';
export { normalCumulative } from './distributions/normal-cumulative.ts';
export { normalQuantile } from './distributions/normal-quantile.ts';
export { poissonProbability } from './distributions/poisson-probability.ts';
export { poissonQuantile } from './distributions/poisson-quantile.ts';
export { studentQuantile } from './distributions/student-quantile.ts';
export { empiricalBayesBinomial } from './empirical-bayes-binomial.ts';
export { empiricalBayesLocal, type LocalBasis, type LocallySmoothed } from './empirical-bayes-local.ts';
export {
  empiricalBayesMarshall,
  type AreaCount,
  type GlobalSmoothing,
  type Smoothed,
} from './empirical-bayes-marshall.ts';
export { exceedance } from './exceedance.ts';
export { compareCounts, type CountComparison, type Counted } from './compare-counts.ts';
export { funnelLimits, type FunnelLimits } from './funnel-limits.ts';
export { funnelPosition, type FunnelPosition } from './funnel-position.ts';
export { gammaPoisson, type AreaRisk, type GammaPoisson } from './gamma-poisson.ts';
export { gammaPoissonMoments } from './gamma-poisson-moments.ts';
export { gammaPoissonPosterior, type SmoothedRisk } from './gamma-poisson-posterior.ts';
export { moran, type Moran } from './moran.ts';
export { overDispersion, type OverDispersion } from './over-dispersion.ts';
export { personTime, type PeriodAtRisk } from './person-time.ts';
export { poissonInterval, type Interval } from './poisson-interval.ts';
export { pooledWindow, type PeriodCounted, type PooledWindow } from './pooled-window.ts';
export { quantileOf } from './quantile-of.ts';
export { rate, type Rate } from './rate.ts';
export { leastForARate, rateStanding, type RateWarning } from './rate-standing.ts';
export { raking, type Margin, type RakedWeights } from './raking.ts';
export { surveyDesign, type DesignVariance, type LoneCluster, type SampledUnit } from './survey-design.ts';
export { surveyMean } from './survey-mean.ts';
export { surveyProportion } from './survey-proportion.ts';
export { leastAnswers, surveyRatio, type SurveyEstimate, type SurveyOptions } from './survey-ratio.ts';
export { surveyTotal } from './survey-total.ts';
export { crossedTable, type Axis } from './disclosure/crossed-table.ts';
export { auditSuppression, type Exposed } from './disclosure/audit-suppression.ts';
export { feasibilityInterval, type Outsider } from './disclosure/feasibility-interval.ts';
export {
  linearSolver,
  type LinearSolver,
  type LinearSystem,
  type OpenSystem,
  type Optimum,
} from './disclosure/linear-solver.ts';
export {
  primarySuppression,
  type DisclosurePolicy,
  type Protection,
} from './disclosure/primary-suppression.ts';
export { movedWithTotals } from './disclosure/moved-with-totals.ts';
export { protectingCycle, type Cycle, type CycleSearch } from './disclosure/protecting-cycle.ts';
export { protectingProgram, type ProtectingQuestion } from './disclosure/protecting-program.ts';
export { suppressTable, type CellFate, type SuppressedTable } from './disclosure/suppress-table.ts';
export {
  tableSystem,
  type TableCell,
  type TableSum,
  type TableSystem,
  type Term,
} from './disclosure/table-system.ts';
export { studentTail } from './distributions/student-tail.ts';
export { countQuantile } from './early-warning/count-quantile.ts';
export { cusum, poissonSlack, type CusumOptions, type CusumStep } from './early-warning/cusum.ts';
export { ears, type EarsMethod, type EarsStep } from './early-warning/ears.ts';
export { ewma, type ChartStep, type EwmaOptions } from './early-warning/ewma.ts';
export { farrington, type FarringtonOptions, type Warning } from './early-warning/farrington.ts';
export { farringtonFlexible, type FlexibleOptions } from './early-warning/farrington-flexible.ts';
export { farringtonThreshold, type PowerTransform } from './early-warning/farrington-threshold.ts';
export { anscombeResiduals, farringtonWeights } from './early-warning/farrington-weights.ts';
export { quasiPoisson, type CountModel } from './early-warning/quasi-poisson.ts';
export { matrixInverse } from './matrix-inverse.ts';
export { differenceInDifferences, type BeforeAndAfter } from './pilots/difference-in-differences.ts';
export { placeboRank, type PlaceboRank } from './pilots/placebo-rank.ts';
export { syntheticControl, type SyntheticControl } from './pilots/synthetic-control.ts';
