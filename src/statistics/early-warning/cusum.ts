/** One step of the sums of what is over and under a target. */
export type CusumStep = {
  readonly over: number;
  readonly under: number;
  readonly signal: 'above' | 'below' | null;
};

export type CusumOptions = {
  readonly target: number;
  /** What is let pass at each step: half the change that one wants to see, or for counts `poissonSlack`. */
  readonly slack: number;
  /** From which sum on there is a signal. */
  readonly limit: number;
};

/**
 * Cumulative sums of a series about its target: adds up small excesses until they are too many to be chance. In the series' unit.
 *
 * Formula: over S_t = max(0, S_(t−1) + x_t − μ₀ − k); under the same with μ₀ − k − x_t; a signal beyond h.
 *
 * Source: Page (1954), Biometrika 41:100-115; NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.3; for counts Lucas (1985), Technometrics 27:129-144.
 *
 * Assumes: steps are independent and of one mean while nothing changes. The sums go on after a signal; who has acted begins anew.
 * @example
 * cusum([328.325, 327.25], { target: 325, slack: 0.3175, limit: 4.1959 })[1] // { over: 4.94, under: 0, signal: 'above' }
 */
export function cusum(series: readonly number[], options: CusumOptions): readonly CusumStep[] {
  const { target, slack, limit } = options;
  let over = 0;
  let under = 0;
  return series.map((one) => {
    over = Math.max(0, over + one - target - slack);
    under = Math.max(0, under + target - slack - one);
    return { over, under, signal: over > limit ? 'above' : under > limit ? 'below' : null };
  });
}

/** What is let pass at each step of counts, to tell one mean from another soonest: (μ₁ − μ₀)/ln(μ₁/μ₀) − μ₀ over the mean (Lucas 1985). */
export function poissonSlack(usual: number, changed: number): number {
  if (!(usual > 0) || !(changed > usual))
    throw new RangeError('the changed mean is above the usual one, both above zero');
  return (changed - usual) / Math.log(changed / usual) - usual;
}
