import type { Share } from './share.ts';

/** A prioritised need with the actions that answer it. */
export type AnsweredNeed = { readonly actions: readonly { readonly isFunded: boolean }[] };

/**
 * C12, need response: prioritised needs with at least one funded action ÷ prioritised needs.
 * An action is funded where its budget holds an amount above zero. Source: process indicators, C12.
 * Example: needs with [funded], [not funded], []: 1 ÷ 3.
 */
export function needResponse(needs: readonly AnsweredNeed[]): Share {
  const answered = needs.filter(({ actions }) => actions.some(({ isFunded }) => isFunded));
  return { numerator: answered.length, denominator: needs.length };
}
