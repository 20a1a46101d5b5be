import type { Share } from './share.ts';

/** A commitment worded with fewer than four of the six things that make one is vague. */
export const vagueBelow = 4;

/**
 * C4, vague-commitment rate: commitments whose wording score is below 4 of 6 ÷ all that were proposed or agreed.
 * Source: process indicators, C4. Example: scores 6, 3, 5, 2: 2 ÷ 4.
 */
export function vagueCommitments(scores: readonly number[]): Share {
  return { numerator: scores.filter((score) => score < vagueBelow).length, denominator: scores.length };
}
