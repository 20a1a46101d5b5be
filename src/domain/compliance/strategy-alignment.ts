import type { Share } from './share.ts';

/** An action of a plan with the lines of the strategy that it serves. */
export type AlignedAction = { readonly lines: readonly string[] };

/** C11: how much of the plans serves the strategy, and how much of the strategy has plans. */
export type StrategyAlignment = { readonly actions: Share; readonly lines: Share };

/**
 * C11, strategy alignment: plan actions linked to a line of the strategy ÷ all plan actions; and the reverse, lines with at least one
 * local action ÷ all lines. Source: process indicators, C11.
 * Example: actions [a], [], [a, b] over lines a, b, c: 2 ÷ 3, and 2 ÷ 3.
 */
export function strategyAlignment(
  actions: readonly AlignedAction[],
  lines: readonly string[],
): StrategyAlignment {
  const served = new Set(actions.flatMap((action) => action.lines));
  return {
    actions: {
      numerator: actions.filter((action) => action.lines.length > 0).length,
      denominator: actions.length,
    },
    lines: { numerator: lines.filter((line) => served.has(line)).length, denominator: lines.length },
  };
}
