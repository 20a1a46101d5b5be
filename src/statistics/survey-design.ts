/** One answered questionnaire: how many people it stands for, and by which draw it came into the sample. */
export type SampledUnit = {
  readonly weight: number;
  readonly stratum: string;
  /** The first unit drawn (a segment, a school); its name is read within its stratum. */
  readonly cluster: string;
};

/**
 * What is done with a stratum in which only one cluster was drawn: `centre` measures it from the mean of all clusters, which errs on
 * the safe side (Stata's `centered`; R's `adjust` measures totals from 0, which errs further); `remove` takes it as drawn with certainty, and leaves it out of the variance.
 */
export type LoneCluster = 'centre' | 'remove';

/** A variance, and by how many clusters and strata the answers reach. */
export type DesignVariance = {
  readonly variance: number;
  readonly clusters: number;
  readonly strata: number;
  /** Clusters less strata, of those with answers: the degrees of freedom of its t. */
  readonly degrees: number;
};

/**
 * Variance of the total of scores over a stratified sample of clusters: what every estimate of a survey comes to when it is linearised. In the
 * square of the scores' unit.
 *
 * Formula: with z_hc the sum of scores in cluster c of stratum h, V = Σ_h n_h/(n_h−1)·Σ_c (z_hc − z̄_h)². Clusters of the sample
 * without answers count with 0, so that a group within the sample is estimated as such (domain estimation).
 *
 * Source: Wolter (2007), Introduction to Variance Estimation, chapter 6; Lumley (2010), Complex Surveys, section 2.2 and appendix.
 *
 * Assumes: clusters were drawn independently within strata, and few of all (no correction for a finite population).
 * @param scores in the order of the sample, 0 for who is not in the group
 * @param answered who is in the group and answered
 * @example
 * surveyDesign([{ weight: 1, stratum: 'a', cluster: '1' }, { weight: 1, stratum: 'a', cluster: '2' }], [3, 5], [true, true]) // { variance: 4, clusters: 2, strata: 1, degrees: 1 }
 */
export function surveyDesign(
  sample: readonly SampledUnit[],
  scores: readonly number[],
  answered: readonly boolean[],
  loneCluster: LoneCluster = 'centre',
): DesignVariance {
  const strata = new Map<string, Map<string, { total: number; reached: boolean }>>();
  sample.forEach(({ stratum, cluster }, index) => {
    const clusters = strata.get(stratum) ?? new Map<string, { total: number; reached: boolean }>();
    strata.set(stratum, clusters);
    const own = clusters.get(cluster) ?? { total: 0, reached: false };
    clusters.set(cluster, own);
    if (!answered[index]) return;
    own.total += scores[index] ?? 0;
    own.reached = true;
  });
  const drawn = [...strata.values()].map((clusters) => [...clusters.values()]);
  const everyone = drawn.flat();
  const centre = everyone.reduce((sum, { total }) => sum + total, 0) / Math.max(1, everyone.length);
  const variance = drawn.reduce((sum, clusters) => sum + varianceWithin(clusters, loneCluster, centre), 0);
  const reached = drawn.map((clusters) => clusters.filter((cluster) => cluster.reached).length);
  const clusters = reached.reduce((sum, count) => sum + count, 0);
  const strataReached = reached.filter((count) => count > 0).length;
  return { variance, clusters, strata: strataReached, degrees: clusters - strataReached };
}

function varianceWithin(
  clusters: readonly { readonly total: number }[],
  loneCluster: LoneCluster,
  centre: number,
): number {
  const number = clusters.length;
  if (number === 1) return loneCluster === 'remove' ? 0 : ((clusters[0]?.total ?? 0) - centre) ** 2;
  const mean = clusters.reduce((sum, { total }) => sum + total, 0) / number;
  const squares = clusters.reduce((sum, { total }) => sum + (total - mean) ** 2, 0);
  return (number / (number - 1)) * squares;
}
