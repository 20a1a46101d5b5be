import { findExchangeRates } from '#database/compliance/calendar-views.ts';
import { findCurrency } from '#database/plans/choice-views.ts';
import { addMoney, type Money } from '#domain/shared/money.ts';
import { Refusal } from '#domain/shared/refusal.ts';
import type { Transaction } from '../context.ts';

/** What a budget of several currencies comes to in one: the agreement's, else its country's. Nothing without a dated, sourced rate for each. */
export async function addTogether(
  tx: Transaction,
  agreement: { readonly country: string; readonly currency: string | null },
  lines: readonly Money[],
  on: string,
) {
  if (new Set(lines.map(({ currency }) => currency)).size < 2) return null;
  const currency = agreement.currency ?? (await findCurrency(tx, agreement.country));
  const rates = await findExchangeRates(tx, agreement.country);
  try {
    const sum = addMoney(lines, { currency, on, rates });
    return { ...sum, rates: sum.rates.map((rate) => ({ ...rate })) };
  } catch (problem) {
    if (problem instanceof Refusal && problem.code === 'shared.no-rate') return null;
    throw problem;
  }
}
