import type { BudgetKind } from './vocabulary.ts';

/** A line as far as sums need it. Amounts are decimal text: money is not a float. */
export type CountedLine = {
  readonly year: number;
  readonly kind: BudgetKind;
  readonly currency: string;
  readonly amount: string;
};

/** A sum in one currency; nothing is added across currencies. */
export type Sum = { readonly currency: string; readonly amount: string };

/** Hundredths of an amount: `'12.5'` is 1250n. */
export function centsOf(amount: string): bigint {
  const [whole = '0', part = ''] = amount.split('.');
  return BigInt(whole || '0') * 100n + BigInt(`${part}00`.slice(0, 2));
}

/** An amount with its two decimals. */
export function amountOf(cents: bigint): string {
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
}

/** What the lines of a budget come to: by currency, and by year and currency, in order. */
export function sumsOf(lines: readonly CountedLine[]): {
  readonly byCurrency: Sum[];
  readonly byYear: (Sum & { readonly year: number })[];
} {
  const byCurrency = new Map<string, bigint>();
  const byYear = new Map<string, bigint>();
  for (const { year, currency, amount } of lines) {
    const key = `${year} ${currency}`;
    byCurrency.set(currency, (byCurrency.get(currency) ?? 0n) + centsOf(amount));
    byYear.set(key, (byYear.get(key) ?? 0n) + centsOf(amount));
  }
  return {
    byCurrency: sorted(byCurrency).map(([currency, cents]) => ({ currency, amount: amountOf(cents) })),
    byYear: sorted(byYear).map(([key, cents]) => {
      const [year = '', currency = ''] = key.split(' ');
      return { year: Number(year), currency, amount: amountOf(cents) };
    }),
  };
}

function sorted(sums: ReadonlyMap<string, bigint>): [string, bigint][] {
  return [...sums].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** Whether what a text says is the sum of its lines: the same currencies, the same amounts. */
export function isSumOf(stated: readonly Sum[], lines: readonly CountedLine[]): boolean {
  const { byCurrency } = sumsOf(lines);
  const written = stated.filter(({ amount }) => centsOf(amount) !== 0n);
  const counted = byCurrency.filter(({ amount }) => centsOf(amount) !== 0n);
  return (
    written.length === counted.length &&
    counted.every(({ currency, amount }) =>
      written.some((one) => one.currency === currency && centsOf(one.amount) === centsOf(amount)),
    )
  );
}
