import { hasExchangeRate } from '#database/compliance/calendar-views.ts';
import { refuse } from '#domain/compliance/refusals.ts';
import type { Transaction } from '../context.ts';

type Body = {
  readonly from: string;
  readonly to: string;
  readonly rate: string;
  readonly on: string;
  readonly source: string;
};

/** What was written of a rate, once it is of two currencies and not there already. */
export async function readRate(
  tx: Transaction,
  body: Body,
  at: { readonly country: string; readonly exceptId: string | null },
) {
  const { from, to, rate, on, source } = body;
  if (from === to) throw refuse('compliance.same-currency', { field: 'to' });
  if (await hasExchangeRate(tx, { ...at, from, to, on }))
    throw refuse('compliance.rate-there', { field: 'on' });
  return { from_currency: from, to_currency: to, rate, on_day: on, source };
}
