/**
 * Inverse of a symmetric matrix whose diagonal is positive (a covariance, a Gram matrix); null where it has none. Inverse of the matrix's units.
 *
 * Formula: Gauss and Jordan's elimination, the largest pivot first, after the diagonal was scaled to 1.
 *
 * Source: Golub & Van Loan (2013), Matrix Computations, sections 3.4 and 3.5.
 *
 * Assumes: a few dozen rows at most; pivots under 10⁻¹¹ of the diagonal count as none.
 * @example
 * matrixInverse([[4, 2], [2, 3]]) // [[0.375, -0.25], [-0.25, 0.5]]
 */
export function matrixInverse(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] | null {
  const size = matrix.length;
  const scale = matrix.map((line, index) => Math.sqrt(line[index] ?? 0));
  if (scale.some((one) => !(one > 0))) return null;
  const work = matrix.map((line, i) => [
    ...line.map((value, j) => value / ((scale[i] ?? 1) * (scale[j] ?? 1))),
    ...line.map((_, j) => (i === j ? 1 : 0)),
  ]);
  for (let column = 0; column < size; column += 1) {
    const best = bestPivot(work, column);
    const pivot = work[best]?.[column] ?? 0;
    if (Math.abs(pivot) < 1e-11) return null;
    const line = (work[best] ?? []).map((value) => value / pivot);
    work[best] = work[column] ?? [];
    work[column] = line;
    work.forEach((other, row) => {
      const factor = other[column] ?? 0;
      if (row !== column) work[row] = other.map((value, index) => value - factor * (line[index] ?? 0));
    });
  }
  return work.map((line, i) =>
    line.slice(size).map((value, j) => value / ((scale[i] ?? 1) * (scale[j] ?? 1))),
  );
}

function bestPivot(work: readonly (readonly number[])[], column: number): number {
  let best = column;
  for (let row = column + 1; row < work.length; row += 1)
    if (Math.abs(work[row]?.[column] ?? 0) > Math.abs(work[best]?.[column] ?? 0)) best = row;
  return best;
}
