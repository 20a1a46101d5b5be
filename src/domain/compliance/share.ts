/** A share with what it is made of. Nothing to count is said as that, never as 0 %. */
export type Share = { readonly numerator: number; readonly denominator: number };

/** The share itself; null where there is nothing to count yet. */
export function valueOf({ numerator, denominator }: Share): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

/** Shares of parts as the share of the whole: numerators and denominators are added, never the shares. */
export function addShares(shares: readonly Share[]): Share {
  return {
    numerator: shares.reduce((sum, one) => sum + one.numerator, 0),
    denominator: shares.reduce((sum, one) => sum + one.denominator, 0),
  };
}
