/** Moran's I, and what it would be on average if places did not matter. */
export type Moran = { readonly value: number; readonly expected: number };

/**
 * Whether near areas resemble each other: Moran's I with row-standardised neighbours. From about −1 (neighbours are opposites)
 * over −1/(n−1) (no pattern) to 1 (neighbours are alike). No units.
 *
 * Formula: I = (n/S₀)·Σᵢ zᵢ·(mean of the neighbours' z)/Σz², z = x − mean; S₀ = areas that have neighbours.
 *
 * Source: Moran (1950), Notes on continuous stochastic phenomena, Biometrika 37:17-23; row-standardised as in PySAL and spdep.
 *
 * Assumes: values of like precision: smooth rates of small areas before. Islands count in the mean, not in the pattern. No test is made.
 * @example
 * moran([1, 2, 8, 9], [[1], [0, 2], [1, 3], [2]]) // { value: 0.54, expected: -0.333333 }
 */
export function moran(values: readonly number[], neighbours: readonly (readonly number[])[]): Moran {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const away = values.map((value) => value - mean);
  let together = 0;
  let rows = 0;
  away.forEach((own, index) => {
    const around = neighbours[index] ?? [];
    if (around.length === 0) return;
    const lag = around.reduce((sum, place) => sum + (away[place] ?? 0), 0) / around.length;
    together += own * lag;
    rows += 1;
  });
  const squares = away.reduce((sum, own) => sum + own * own, 0);
  const value = squares === 0 || rows === 0 ? 0 : ((values.length / rows) * together) / squares;
  return { value, expected: -1 / (values.length - 1) };
}
