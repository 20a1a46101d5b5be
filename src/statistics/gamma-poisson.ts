import { logGamma } from './distributions/log-gamma.ts';

/** What was counted in an area and what was expected there by the risk of the whole. */
export type AreaRisk = { readonly observed: number; readonly expected: number };

/**
 * How relative risks vary from area to area: a gamma distribution of shape ν and rate α. Where areas differ no more than chance
 * does, both are Infinity, `homogeneous` is true, and every area has the mean.
 */
export type GammaPoisson = {
  readonly shape: number;
  readonly rate: number;
  readonly mean: number;
  readonly homogeneous: boolean;
  readonly minusLogLikelihood: number;
};

/**
 * The distribution of relative risks that makes the counts of many areas most likely: negative binomial, fitted by maximum likelihood.
 *
 * Formula: O|θ ~ Poisson(E·θ), θ ~ Gamma(ν, rate α) ⇒ P(O) = Γ(O+ν)/(Γ(ν)·O!) · (α/(α+E))^ν · (E/(α+E))^O; Newton's steps on ln ν, ln α.
 *
 * Source: Clayton & Kaldor (1987), Empirical Bayes estimates of age-standardized relative risks, Biometrics 43:671-681.
 *
 * Assumes: expected counts are known; risks of areas are independent of each other. Wants some ten areas; fewer say little.
 * @example
 * gammaPoisson([{ observed: 9, expected: 1.4 }, { observed: 0, expected: 4.2 }, { observed: 10, expected: 9 }]).mean // 2.40675
 */
export function gammaPoisson(areas: readonly AreaRisk[]): GammaPoisson {
  checkRisks(areas);
  const counted = areas.filter(({ expected }) => expected > 0);
  const events = counted.reduce((sum, { observed }) => sum + observed, 0);
  const pooled = events / counted.reduce((sum, { expected }) => sum + expected, 0);
  if (counted.length < 2 || events === 0) return homogeneousAt(pooled, counted);
  let point = { shape: 1, rate: 1 / pooled };
  let height = logLikelihood(counted, point);
  for (let turn = 0; turn < 200; turn += 1) {
    const step = newtonStep(counted, point);
    const next = improve(counted, point, step, height);
    if (next === null) break;
    const gained = next.height - height;
    ({ point, height } = next);
    // Beyond this the gamma distribution is a point: chance alone explains the differences.
    if (point.shape > 1e6) return homogeneousAt(pooled, counted);
    if (gained < 1e-13 * Math.abs(height) && Math.hypot(step.shape, step.rate) < 1e-9) break;
  }
  return { ...point, mean: point.shape / point.rate, homogeneous: false, minusLogLikelihood: -height };
}

type Point = { readonly shape: number; readonly rate: number };

/** Refuses counts that are none and expectations below zero. */
export function checkRisks(areas: readonly AreaRisk[]): void {
  if (areas.some(({ observed, expected }) => !Number.isInteger(observed) || observed < 0 || !(expected >= 0)))
    throw new RangeError('observed counts are whole numbers, expected ones not negative');
}

/** All areas at one risk: Poisson, without differences. */
export function homogeneousAt(mean: number, areas: readonly AreaRisk[]): GammaPoisson {
  const likelihood = areas.reduce((sum, { observed, expected }) => {
    const events = expected * mean;
    return sum + (observed > 0 ? observed * Math.log(events) : 0) - events - logGamma(observed + 1);
  }, 0);
  const endless = Number.POSITIVE_INFINITY;
  return { shape: endless, rate: endless, mean, homogeneous: true, minusLogLikelihood: -likelihood };
}

/** How likely the counts are if the risks are distributed so, as a logarithm. */
export function logLikelihood(areas: readonly AreaRisk[], { shape, rate }: Point): number {
  return areas.reduce(
    (sum, { observed, expected }) =>
      sum +
      logGamma(observed + shape) -
      logGamma(shape) -
      logGamma(observed + 1) -
      shape * Math.log1p(expected / rate) +
      (observed > 0 ? observed * Math.log(expected / (rate + expected)) : 0),
    0,
  );
}

/** Newton's step on the logarithms of shape and rate; uphill by the slope alone where the hill is not round. */
function newtonStep(areas: readonly AreaRisk[], { shape, rate }: Point): Point {
  let dShape = 0;
  let dRate = 0;
  let shapeShape = 0;
  let rateRate = 0;
  let shapeRate = 0;
  for (const { observed, expected } of areas) {
    const whole = rate + expected;
    for (let k = 0; k < observed; k += 1) {
      dShape += 1 / (shape + k);
      shapeShape -= 1 / (shape + k) ** 2;
    }
    dShape -= Math.log1p(expected / rate);
    dRate += shape / rate - (shape + observed) / whole;
    rateRate += (shape + observed) / whole ** 2 - shape / rate ** 2;
    shapeRate += 1 / rate - 1 / whole;
  }
  const a = shape * shape * shapeShape + shape * dShape;
  const b = rate * rate * rateRate + rate * dRate;
  const c = shape * rate * shapeRate;
  const slope = { shape: shape * dShape, rate: rate * dRate };
  const round = a * b - c * c;
  if (!(a < 0 && round > 0)) return slope;
  return {
    shape: (c * slope.rate - b * slope.shape) / round,
    rate: (c * slope.shape - a * slope.rate) / round,
  };
}

/** The first point along a step, halved as often as need be, that is not lower; null where there is none. */
function improve(areas: readonly AreaRisk[], from: Point, step: Point, height: number) {
  const longest = Math.max(Math.abs(step.shape), Math.abs(step.rate), 1e-300);
  let size = Math.min(1, 2 / longest);
  for (let turn = 0; turn < 60; turn += 1) {
    const point = {
      shape: from.shape * Math.exp(size * step.shape),
      rate: from.rate * Math.exp(size * step.rate),
    };
    const reached = logLikelihood(areas, point);
    if (reached >= height) return { point, height: reached };
    size /= 2;
  }
  return null;
}
