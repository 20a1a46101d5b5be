import type { Share } from './share.ts';

/** Two actions of different institutions for the same people, in the same place and time, on the same thing. */
export type ActionPair = { readonly isLinked: boolean };

/**
 * C15, duplication and gaps: pairs of actions of different institutions for the same people, place and factor that no partnership links ÷ all
 * such pairs; and needs that stand and no action answers ÷ needs that stand. A pair is a reason to talk, not a fault.
 * Source: process indicators, C15. Example: three pairs, one of them linked: 2 ÷ 3. Of needs with 0, 1 and 2 actions: 1 ÷ 3.
 */
export function duplication(
  pairs: readonly ActionPair[],
  needs: readonly { readonly actions: number }[],
): { readonly pairs: Share; readonly gaps: Share } {
  return {
    pairs: { numerator: pairs.filter(({ isLinked }) => !isLinked).length, denominator: pairs.length },
    gaps: { numerator: needs.filter(({ actions }) => actions === 0).length, denominator: needs.length },
  };
}
