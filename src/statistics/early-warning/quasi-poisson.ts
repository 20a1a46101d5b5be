import { matrixInverse } from '../matrix-inverse.ts';

/** A log-linear model of counts. */
export type CountModel = {
  readonly coefficients: readonly number[];
  /** (XᵀWX)⁻¹: times the dispersion it is the covariance of the coefficients. */
  readonly covariance: readonly (readonly number[])[];
  readonly fitted: readonly number[];
  /** How much each count pulls the curve to itself. */
  readonly leverages: readonly number[];
  readonly dispersion: number;
  readonly degrees: number;
};

/**
 * Log-linear regression of counts, whose variance may be any multiple of their mean. Coefficients on the scale of logarithms.
 *
 * Formula: E(y) = exp(Xβ), Var(y) = φ·E(y)/w; β by iteratively reweighted least squares; φ = Σw(y−μ)²/μ / (n − p).
 *
 * Source: McCullagh & Nelder (1989), Generalized Linear Models, sections 2.5 and 6.2; as R's glm(family = quasipoisson).
 *
 * Assumes: columns of X are not sums of each other; null where they are, or where the iteration does not settle in 50 rounds.
 * @param rows one row of X for each count
 * @example
 * quasiPoisson([[1], [1], [1]], [2, 4, 6], [1, 1, 1]).coefficients[0] // 1.386294
 */
export function quasiPoisson(
  rows: readonly (readonly number[])[],
  counts: readonly number[],
  weights: readonly number[],
): CountModel | null {
  let fitted = counts.map((count) => count + 0.1);
  let deviance = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 50; round += 1) {
    const solved = leastSquares(rows, counts, weights, fitted);
    if (solved === null) return null;
    fitted = rows.map((row) => Math.exp(dot(row, solved.coefficients)));
    const now = devianceOf(counts, weights, fitted);
    const settled = Math.abs(now - deviance) / (Math.abs(now) + 0.1) < 1e-8;
    deviance = now;
    if (settled) return modelOf(rows, counts, weights, fitted, solved);
  }
  return null;
}

type Solved = Pick<CountModel, 'coefficients' | 'covariance'>;

function leastSquares(
  rows: readonly (readonly number[])[],
  counts: readonly number[],
  weights: readonly number[],
  fitted: readonly number[],
): Solved | null {
  const size = rows[0]?.length ?? 0;
  const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  const right = Array.from({ length: size }, () => 0);
  rows.forEach((row, index) => {
    const mean = fitted[index] ?? 1;
    const weight = (weights[index] ?? 1) * mean;
    const working = Math.log(mean) + ((counts[index] ?? 0) - mean) / mean;
    row.forEach((one, i) => {
      right[i] = (right[i] ?? 0) + weight * one * working;
      row.forEach((other, j) => {
        const line = matrix[i];
        if (line) line[j] = (line[j] ?? 0) + weight * one * other;
      });
    });
  });
  const covariance = matrixInverse(matrix);
  return covariance && { covariance, coefficients: covariance.map((line) => dot(line, right)) };
}

function modelOf(
  rows: readonly (readonly number[])[],
  counts: readonly number[],
  weights: readonly number[],
  fitted: readonly number[],
  solved: Solved,
): CountModel {
  const degrees = weights.filter((weight) => weight > 0).length - solved.coefficients.length;
  const pearson = counts.reduce((sum, count, index) => {
    const mean = fitted[index] ?? 1;
    return sum + ((weights[index] ?? 1) * (count - mean) ** 2) / mean;
  }, 0);
  const leverages = rows.map(
    (row, index) => (weights[index] ?? 1) * (fitted[index] ?? 1) * quadratic(row, solved.covariance),
  );
  return { ...solved, fitted, leverages, degrees, dispersion: pearson / degrees };
}

function devianceOf(
  counts: readonly number[],
  weights: readonly number[],
  fitted: readonly number[],
): number {
  return counts.reduce((sum, count, index) => {
    const mean = fitted[index] ?? 1;
    const part = count > 0 ? count * Math.log(count / mean) : 0;
    return sum + 2 * (weights[index] ?? 1) * (part - (count - mean));
  }, 0);
}

/** xᵀMx: with the covariance, the variance of what is predicted at x. */
export function quadratic(row: readonly number[], matrix: readonly (readonly number[])[]): number {
  return row.reduce((sum, one, index) => sum + one * dot(matrix[index] ?? [], row), 0);
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}
