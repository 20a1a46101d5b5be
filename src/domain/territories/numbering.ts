import type { NumberRange } from '#domain/shared/ranges.ts';

/** How many numbers a country owns. */
export const countryBlock = 10_000_000;

/** The last number that any country may own: what fits a 32-bit integer. */
const lastNumber = 2_147_483_647;

/** Whether a country's first number leaves it a whole block of its own. */
export function isNumberBase(base: number): boolean {
  return (
    Number.isSafeInteger(base) &&
    base > 0 &&
    base % countryBlock === 0 &&
    base + countryBlock - 1 <= lastNumber
  );
}

/**
 * How many numbers one territory of each level owns, level 0 first, so that a subtree is one interval with room to grow:
 * at least four times the largest family of today, and never fewer than twenty places.
 * They are set when a country is first loaded and never change.
 * @param largestFamilies the most children that one parent has, by level, from level 1
 * @throws RangeError when even half of that room does not fit a country's block
 * @example widthsFor([13, 14, 26]) // => [10000000, 100000, 1000, 5]
 */
export function widthsFor(largestFamilies: readonly number[]): readonly number[] {
  for (const growth of [4, 3, 2]) {
    const places = largestFamilies.map((size) => roundUp(Math.max(20, size * growth)));
    const leaf = Math.floor(countryBlock / places.reduce((product, one) => product * one, 1));
    if (leaf < 1) continue;
    const widths = [leaf];
    for (const one of places.slice(1).reverse()) widths.unshift((widths[0] ?? leaf) * one);
    return largestFamilies.length === 0 ? [countryBlock] : [countryBlock, ...widths];
  }
  throw new RangeError('a country larger than its block of numbers');
}

// 1, 2 or 5 times a power of ten, so that numbers can be read.
function roundUp(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  return ([1, 2, 5].find((one) => one * power >= size) ?? 10) * power;
}

/**
 * The interval of a new territory under its parent: beyond every number that a child of it ever had, so that none is used twice.
 * Null when the parent is full.
 * @param siblings every child that the parent has or had, ended ones too
 */
export function nextInterval(
  parent: NumberRange,
  width: number,
  siblings: readonly NumberRange[],
): NumberRange | null {
  const used = siblings.reduce((last, sibling) => Math.max(last, sibling.high), parent.low + width - 1);
  const steps = Math.ceil((used + 1 - parent.low) / width);
  const low = parent.low + steps * width;
  const high = low + width - 1;
  return high <= parent.high ? { low, high } : null;
}
