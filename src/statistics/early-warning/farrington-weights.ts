import type { CountModel } from './quasi-poisson.ts';

/**
 * Weights by which past outbreaks do not raise the bar for the next one: a count far above the curve counts for less. No units.
 *
 * Formula: weight γ·s⁻² where the residual s > threshold, else γ, so that they sum to n.
 *
 * Source: Farrington, Andrews, Beale & Catchpole (1996), A statistical algorithm for the early detection of outbreaks of infectious disease, JRSS A
 * 159:547-563; threshold 2.58 after Noufaily et al. (2013), Statistics in Medicine 32:1206-1222.
 *
 * Assumes: residuals are standardised (`anscombeResiduals`).
 * @example
 * farringtonWeights([0, 0, 0, 0, 0, 2, 2, 2, 2, 2], 0) // [1.6, 1.6, 1.6, 1.6, 1.6, 0.4, 0.4, 0.4, 0.4, 0.4]
 */
export function farringtonWeights(residuals: readonly number[], threshold = 1): readonly number[] {
  const raw = residuals.map((residual) => (residual > threshold ? residual ** -2 : 1));
  const scale = raw.length / raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => weight * scale);
}

/** Standardised residuals of counts: 1.5·(y^⅔ − μ^⅔)/μ^⅙ over √(φ(1−h)) (Anscombe 1953). */
export function anscombeResiduals(model: CountModel, counts: readonly number[]): readonly number[] {
  const dispersion = Math.max(1, model.dispersion);
  return counts.map((count, index) => {
    const mean = model.fitted[index] ?? 1;
    const room = dispersion * (1 - (model.leverages[index] ?? 0));
    return (1.5 * (count ** (2 / 3) * mean ** (-1 / 6) - Math.sqrt(mean))) / Math.sqrt(room);
  });
}
