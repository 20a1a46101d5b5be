import { describe, expect, it } from 'vitest';
import { matrixInverse } from './matrix-inverse.ts';

describe('an inverse', () => {
  it('times its matrix is one', () => {
    const matrix = [
      [4, 2, 0.5],
      [2, 3, 1],
      [0.5, 1, 900],
    ];
    const inverse = matrixInverse(matrix) ?? [];
    matrix.forEach((row, i) =>
      matrix.forEach((_, j) => {
        const product = row.reduce((sum, value, k) => sum + value * (inverse[k]?.[j] ?? 0), 0);
        expect(product).toBeCloseTo(i === j ? 1 : 0, 12);
      }),
    );
  });

  it('is none where rows repeat each other', () => {
    expect(
      matrixInverse([
        [1, 2],
        [2, 4],
      ]),
    ).toBeNull();
    expect(matrixInverse([[0]])).toBeNull();
  });
});
