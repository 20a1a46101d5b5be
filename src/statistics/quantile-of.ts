/**
 * The value below which a share p of some numbers lies, interpolated between two of them. In the numbers' own unit.
 *
 * Formula: h = (n−1)p; x₍⌊h⌋₎ + (h − ⌊h⌋)(x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎), counted from 0 in order of size.
 *
 * Source: Hyndman & Fan (1996), Sample quantiles in statistical packages, The American Statistician 50:361-365, type 7 (R's and Excel's default).
 *
 * Assumes: at least one number; NaN where there is none.
 * @example
 * quantileOf([1, 2, 3, 4], 0.1) // 1.3
 */
export function quantileOf(values: readonly number[], probability: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = (sorted.length - 1) * probability;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (place - Math.floor(place)) * (above - below);
}
