import type { Share } from './share.ts';

/** An amount in its own currency. */
export type Money = { readonly currency: string; readonly amount: number };

/** An action of a plan with the lines of the strategy that it serves, and its budget. */
export type AlignedAction = { readonly lines: readonly string[]; readonly budget: readonly Money[] };

/** C11: how much of the plans serves the strategy, in actions and in money, and how much of the strategy has plans. */
export type StrategyAlignment = {
  readonly actions: Share;
  /** Each currency apart: amounts are never added across currencies here. */
  readonly budget: readonly (Share & { readonly currency: string })[];
  readonly lines: Share;
};

/**
 * C11, strategy alignment: plan actions (and their budget) linked to a line of the strategy ÷ all plan actions; and the reverse, lines
 * with at least one local action ÷ all lines. Source: process indicators, C11.
 * Example: actions [a] with 30, [] with 20 and [a, b] with 50, over lines a, b, c: 2 ÷ 3, 80 ÷ 100, and 2 ÷ 3.
 */
export function strategyAlignment(
  actions: readonly AlignedAction[],
  lines: readonly string[],
): StrategyAlignment {
  const aligned = actions.filter((action) => action.lines.length > 0);
  const served = new Set(aligned.flatMap((action) => action.lines));
  const currencies = [...new Set(actions.flatMap(({ budget }) => budget.map(({ currency }) => currency)))];
  return {
    actions: { numerator: aligned.length, denominator: actions.length },
    budget: currencies.toSorted().map((currency) => ({
      currency,
      numerator: totalOf(aligned, currency),
      denominator: totalOf(actions, currency),
    })),
    lines: { numerator: lines.filter((line) => served.has(line)).length, denominator: lines.length },
  };
}

// Counted in cents, so that a sum of many is exact.
function totalOf(actions: readonly AlignedAction[], currency: string): number {
  const cents = actions
    .flatMap(({ budget }) => budget)
    .filter((money) => money.currency === currency)
    .reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
  return cents / 100;
}
