import { sumOf } from './budget.ts';
import type { BudgetLine } from './plan-content.ts';

/** An action of an approved plan, as far as the two figures ask for it. */
export type CountedAction = {
  readonly id: string;
  readonly needId: string | null;
  readonly lineIds: readonly string[];
  readonly budget: readonly Pick<BudgetLine, 'currency' | 'amount' | 'kind'>[];
};

export type Share = {
  readonly numerator: number;
  readonly denominator: number;
  readonly share: number | null;
};

/** Strategy alignment (C11) with its arithmetic: never a figure where there is nothing to divide by. */
export type Alignment = {
  /** Actions linked to a line of the strategy ÷ all actions. */
  readonly actions: Share;
  /** Budget of those actions ÷ budget of all, for each currency apart. */
  readonly budget: readonly (Share & { readonly currency: string })[];
  /** Lines of the strategy with at least one action ÷ all lines. */
  readonly lines: Share;
};

/** A division that keeps what was divided. */
export function shareOf(numerator: number, denominator: number): Share {
  return { numerator, denominator, share: denominator === 0 ? null : numerator / denominator };
}

/** C11: how much of what is planned is linked to the strategy in force, and how much of the strategy has local actions. */
export function alignmentOf(actions: readonly CountedAction[], lineIds: readonly string[]): Alignment {
  const current = new Set(lineIds);
  const aligned = actions.filter((action) => action.lineIds.some((id) => current.has(id)));
  const served = new Set(aligned.flatMap((action) => action.lineIds));
  const totalIn = (some: readonly CountedAction[], currency: string) =>
    sumOf(
      some.flatMap((action) =>
        action.budget.filter((line) => line.currency === currency).map((line) => line.amount),
      ),
    );
  const currencies = [...new Set(actions.flatMap((action) => action.budget.map((line) => line.currency)))];
  return {
    actions: shareOf(aligned.length, actions.length),
    budget: currencies
      .toSorted((one, other) => (one < other ? -1 : 1))
      .map((currency) => ({ currency, ...shareOf(totalIn(aligned, currency), totalIn(actions, currency)) })),
    lines: shareOf(lineIds.filter((id) => served.has(id)).length, lineIds.length),
  };
}

/** C12: prioritised needs with at least one action that has a budget ÷ prioritised needs. */
export function needResponseOf(actions: readonly CountedAction[], needIds: readonly string[]): Share {
  const funded = new Set(
    actions.filter((action) => action.budget.some((line) => line.amount > 0)).map((action) => action.needId),
  );
  return shareOf(needIds.filter((id) => funded.has(id)).length, needIds.length);
}

/** What stands alone, in both directions. */
export function orphansOf(
  actions: readonly CountedAction[],
  needIds: readonly string[],
  lineIds: readonly string[],
) {
  const current = new Set(lineIds);
  const answered = new Set(actions.map((action) => action.needId));
  const served = new Set(actions.flatMap((action) => action.lineIds));
  return {
    actionsWithoutNeed: actions.filter((action) => action.needId === null).map((action) => action.id),
    actionsWithoutLine: actions
      .filter((action) => !action.lineIds.some((id) => current.has(id)))
      .map((action) => action.id),
    needsWithoutAction: needIds.filter((id) => !answered.has(id)),
    linesWithoutAction: lineIds.filter((id) => !served.has(id)),
  };
}
