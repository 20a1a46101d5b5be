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
 * four times the largest family of today and never fewer than twenty places, less where a country is so large that it would not fit.
 * They are set when a country is first loaded and never change. Null where not even half as many again would fit.
 * @param largestFamilies the most children that one parent has, by level, from level 1
 * @example widthsFor([13, 14, 26]) // => [10000000, 100000, 1000, 5]
 */
export function widthsFor(largestFamilies: readonly number[]): readonly number[] | null {
  const generous = [4, 3, 2].map((growth) => (size: number) => roundUp(Math.max(20, size * growth)));
  const tight = [2, 1.5].map((growth) => (size: number) => Math.ceil(size * growth) + 1);
  for (const roomFor of [...generous, ...tight]) {
    const places = largestFamilies.map(roomFor);
    const leaf = Math.floor(countryBlock / places.reduce((product, one) => product * one, 1));
    if (leaf < 1) continue;
    const widths = places.map((_, level) =>
      places.slice(level + 1).reduce((width, one) => width * one, leaf),
    );
    return [countryBlock, ...widths];
  }
  return null;
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
