import type { Share } from './share.ts';

/** A commitment worded with fewer than four of the six things that make one is vague. */
export const vagueBelow = 4;

/**
 * C4, vague-commitment rate: commitments whose wording score is below 4 of 6 ÷ all that were proposed or agreed.
 * Source: process indicators, C4. Example: scores 6, 3, 5, 2: 2 ÷ 4.
 */
export function vagueCommitments(
  commitments: readonly { readonly quality: number; readonly count?: number }[],
): Share {
  const howMany = (some: typeof commitments) => some.reduce((sum, { count }) => sum + (count ?? 1), 0);
  return {
    numerator: howMany(commitments.filter(({ quality }) => quality < vagueBelow)),
    denominator: howMany(commitments),
  };
}
