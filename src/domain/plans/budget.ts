import type { BudgetLine } from './plan-content.ts';
import type { BudgetKind, BudgetSource } from './vocabulary.ts';

/** What lines of one source, year, currency and kind come to. */
export type BudgetTotal = {
  readonly sourceKind: BudgetSource;
  readonly year: number;
  readonly currency: string;
  readonly kind: BudgetKind;
  readonly amount: number;
};

export type CurrencyTotal = { readonly currency: string; readonly cash: number; readonly inKind: number };

// Money is added in hundredths: halves of a cent never creep in.
const hundredths = (amount: number) => Math.round(amount * 100);

/** The sum of amounts of one currency. */
export function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + hundredths(amount), 0) / 100;
}

/** Totals by source, year, currency and kind, in that order. Nothing is added across currencies. */
export function budgetTotals(lines: readonly BudgetLine[]): BudgetTotal[] {
  const keyOf = (line: BudgetLine) => [line.currency, line.year, line.sourceKind, line.kind].join(' ');
  return [...groupBy(lines, keyOf).values()]
    .flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const { sourceKind, year, currency, kind } = first;
      return [{ sourceKind, year, currency, kind, amount: sumOf(group.map((line) => line.amount)) }];
    })
    .toSorted((one, other) => (keyOfTotal(one) < keyOfTotal(other) ? -1 : 1));
}

const keyOfTotal = (total: BudgetTotal) =>
  [total.currency, total.year, total.sourceKind, total.kind].join(' ');

/** What is planned in each currency, money apart from what is given in kind. */
export function currencyTotals(lines: readonly BudgetLine[]): CurrencyTotal[] {
  return [...groupBy(lines, (line) => line.currency)]
    .map(([currency, group]) => {
      const of = (kind: BudgetKind) =>
        sumOf(group.filter((line) => line.kind === kind).map((line) => line.amount));
      return { currency, cash: of('cash'), inKind: of('in-kind') };
    })
    .toSorted((one, other) => (one.currency < other.currency ? -1 : 1));
}

/** Whether what an action says that it costs is what its lines come to: all of them in that one currency. */
export function isTotalRight(action: {
  readonly budget: readonly Pick<BudgetLine, 'currency' | 'amount'>[];
  readonly budgetTotal: number | null;
  readonly budgetCurrency: string | null;
}): boolean {
  if (action.budgetTotal === null) return true;
  const own = action.budget.filter((line) => line.currency === action.budgetCurrency);
  return hundredths(sumOf(own.map((line) => line.amount))) === hundredths(action.budgetTotal);
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
