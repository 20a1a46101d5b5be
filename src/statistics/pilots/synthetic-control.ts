import { matrixInverse } from '../matrix-inverse.ts';
import type { BeforeAndAfter } from './difference-in-differences.ts';

/** A mixture of others that ran like the pilot before it began, and what has parted them since. */
export type SyntheticControl = {
  /** How much of each other is in the mixture; together 1. */
  readonly weights: readonly number[];
  /** Pilot less mixture, by period. */
  readonly gaps: BeforeAndAfter;
  /** Mean gap since the pilot began. */
  readonly effect: number;
  /** Mean square of the gaps before: how well the mixture runs like the pilot. */
  readonly errorBefore: number;
  /** Mean square of the gaps after over that before. */
  readonly ratio: number;
};

/**
 * What a pilot might have been without it: the mixture of other places that ran most like it before. In the measure's unit.
 *
 * Formula: w ≥ 0, Σw = 1 minimising Σ_t (y_t − Σ w_j y_jt)² over the periods before; exactly, as the point of least norm in the hull of the
 * differences (Wolfe's algorithm).
 *
 * Source: Abadie, Diamond & Hainmueller (2010), JASA 105:493-505 (here by outcomes alone, without covariates); Wolfe (1976), Finding the nearest point in a polytope,
 * Mathematical Programming 11:128-149.
 *
 * Assumes: the others were not touched by the pilot, and the pilot lies among them. Other specifications give other answers: show several,
 * and where the pilot stands among placebos (`placeboRank`).
 * @example
 * syntheticControl({ before: [5, 6], after: [4] }, [{ before: [4, 6], after: [7] }, { before: [6, 6], after: [5] }]).effect // -2
 */
export function syntheticControl(pilot: BeforeAndAfter, others: readonly BeforeAndAfter[]): SyntheticControl {
  const periods = [pilot.before.length, pilot.after.length].join();
  if (
    others.length === 0 ||
    others.some(({ before, after }) => [before.length, after.length].join() !== periods)
  )
    throw new RangeError('others with the same periods');
  const points = others.map(({ before }) =>
    before.map((value, period) => value - (pilot.before[period] ?? 0)),
  );
  const weights = nearestMixture(points);
  const gapsOf = (when: 'before' | 'after') =>
    pilot[when].map((value, period) =>
      others.reduce((gap, other, index) => gap - (weights[index] ?? 0) * (other[when][period] ?? 0), value),
    );
  const gaps = { before: gapsOf('before'), after: gapsOf('after') };
  const errorBefore = meanOf(gaps.before.map((gap) => gap ** 2));
  const errorAfter = meanOf(gaps.after.map((gap) => gap ** 2));
  return { weights, gaps, effect: meanOf(gaps.after), errorBefore, ratio: errorAfter / errorBefore };
}

/** Weights of the mixture of points that is nearest to the origin. */
function nearestMixture(points: readonly (readonly number[])[]): readonly number[] {
  const gram = points.map((one) => points.map((other) => dot(one, other)));
  const first = gram.reduce((best, row, at) => ((row[at] ?? 0) < (gram[best]?.[best] ?? 0) ? at : best), 0);
  let corral = new Map([[first, 1]]);
  const size = Math.max(...gram.map((row, at) => row[at] ?? 0), 1e-300);
  for (let round = 0; round < 50 * points.length; round += 1) {
    const reached = gram.map((row) =>
      [...corral].reduce((sum, [at, weight]) => sum + weight * (row[at] ?? 0), 0),
    );
    const norm = [...corral].reduce((sum, [at, weight]) => sum + weight * (reached[at] ?? 0), 0);
    const nearest = reached.reduce((best, value, at) => (value < (reached[best] ?? 0) ? at : best), 0);
    if (norm - (reached[nearest] ?? 0) <= 1e-12 * size || corral.has(nearest)) break;
    corral = settle(gram, new Map([...corral, [nearest, 0]]));
  }
  return points.map((_, at) => corral.get(at) ?? 0);
}

/** Towards the nearest point of the flat through some points, as far as no weight goes below zero; what gets to zero leaves. */
function settle(
  gram: readonly (readonly number[])[],
  begun: ReadonlyMap<number, number>,
): Map<number, number> {
  let corral = new Map(begun);
  for (;;) {
    const members = [...corral.keys()];
    const inverse = matrixInverse(
      members.map((one) => members.map((other) => 1 + (gram[one]?.[other] ?? 0))),
    );
    // Points that lie in the flat of the others add nothing: the newest leaves again.
    if (inverse === null) return new Map([...corral].slice(0, -1));
    const raw = inverse.map((row) => row.reduce((sum, value) => sum + value, 0));
    const sum = raw.reduce((total, value) => total + value, 0);
    const goal = new Map(members.map((at, index) => [at, (raw[index] ?? 0) / sum]));
    if ([...goal.values()].every((weight) => weight > 1e-12)) return goal;
    const step = [...corral].reduce((least, [at, weight]) => {
      const towards = goal.get(at) ?? 0;
      return towards > 1e-12 ? least : Math.min(least, weight / (weight - towards));
    }, 1);
    const moved = [...corral].map(([at, weight]): [number, number] => [
      at,
      weight + step * ((goal.get(at) ?? 0) - weight),
    ]);
    corral = new Map(moved.filter(([, weight]) => weight > 1e-12));
  }
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
