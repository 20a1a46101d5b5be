/** One step of a control chart: what the chart has come to, between which limits it would be, and on which side it left them. */
export type ChartStep = {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly signal: 'above' | 'below' | null;
};

export type EwmaOptions = {
  readonly target: number;
  readonly sigma: number;
  /** How much the newest counts: small for slow changes. */
  readonly weight?: number;
  /** Limits in standard deviations of the average. */
  readonly width?: number;
  /** Limits from the first step on as they are in the long run, as in older tables. */
  readonly steady?: boolean;
};

/**
 * Exponentially weighted moving average of a series, with its limits: sees a small lasting change sooner than single values do. In the series' unit.
 *
 * Formula: z_t = λx_t + (1−λ)z_(t−1), z_0 = μ; limits μ ± L·σ·√(λ/(2−λ)·(1 − (1−λ)^(2t))). For counts σ = √μ, and nothing is below 0.
 *
 * Source: Roberts (1959), Technometrics 1:239-250; NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.4; for counts Borror, Champ & Rigdon
 * (1998), Journal of Quality Technology 30:352-361.
 *
 * Assumes: steps are independent and of one mean while nothing changes: take seasons out first. A signal opens a conversation, and orders nothing.
 * @example
 * ewma([52, 47], { target: 50, sigma: 2.0539, weight: 0.3, steady: true })[1] // { value: 49.52, lower: 47.4116, upper: 52.5884, signal: null }
 */
export function ewma(series: readonly number[], options: EwmaOptions): readonly ChartStep[] {
  const { target, sigma, weight = 0.3, width = 3, steady = false } = options;
  if (!(weight > 0 && weight <= 1) || !(sigma >= 0))
    throw new RangeError('a weight from 0 to 1, and a spread');
  let value = target;
  return series.map((one, index) => {
    value = weight * one + (1 - weight) * value;
    const run = steady ? 1 : 1 - (1 - weight) ** (2 * (index + 1));
    const reach = width * sigma * Math.sqrt((weight / (2 - weight)) * run);
    const lower = target - reach;
    const upper = target + reach;
    return { value, lower, upper, signal: value > upper ? 'above' : value < lower ? 'below' : null };
  });
}
