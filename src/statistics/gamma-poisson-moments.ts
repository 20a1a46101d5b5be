import {
  checkRisks,
  homogeneousAt,
  logLikelihood,
  type AreaRisk,
  type GammaPoisson,
} from './gamma-poisson.ts';

/**
 * The distribution of relative risks by moments, an iteration: quicker than likelihood and what older reports used; prefer
 * `gammaPoisson`, and use this to reproduce them.
 *
 * Formula: with θ̂ = (O+ν)/(E+α) and m its mean over n areas: ν/α = m, ν/α² = Σ(1+α/E)(θ̂−m)²/(n−1); begun at θ̂ = O/E, repeated until α stands.
 *
 * Source: Clayton & Kaldor (1987), Biometrics 43:671-681, equations of section 3; as DCluster's empbaysmooth, but iterated to the end.
 *
 * Assumes: as `gammaPoisson`. Where the risks do not differ beyond chance α grows without end: `homogeneous` then.
 * @example
 * gammaPoissonMoments([{ observed: 9, expected: 1.4 }, { observed: 0, expected: 4.2 }, { observed: 10, expected: 9 }]).mean // 2.37644
 */
export function gammaPoissonMoments(areas: readonly AreaRisk[]): GammaPoisson {
  checkRisks(areas);
  const counted = areas.filter(({ expected }) => expected > 0);
  const events = counted.reduce((sum, { observed }) => sum + observed, 0);
  const pooled = events / counted.reduce((sum, { expected }) => sum + expected, 0);
  if (counted.length < 2 || events === 0) return homogeneousAt(pooled, counted);
  let shape = 0;
  let rate = 0;
  for (let turn = 0; turn < 10_000; turn += 1) {
    const risks = counted.map(({ observed, expected }) => (observed + shape) / (expected + rate));
    const mean = risks.reduce((sum, risk) => sum + risk, 0) / risks.length;
    const spread = counted.reduce(
      (sum, { expected }, index) => sum + (1 + rate / expected) * ((risks[index] ?? mean) - mean) ** 2,
      0,
    );
    const next = (mean * (risks.length - 1)) / spread;
    const stands = Math.abs(next - rate) < 1e-12 * next;
    rate = next;
    shape = mean * rate;
    if (!(rate < 1e6)) return homogeneousAt(pooled, counted);
    if (stands) break;
  }
  const minusLogLikelihood = -logLikelihood(counted, { shape, rate });
  return { shape, rate, mean: shape / rate, homogeneous: false, minusLogLikelihood };
}
