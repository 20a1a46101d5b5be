import type { Day } from './dates.ts';
import { refuse } from './refusals.ts';

/** An amount as exact text, `1250.50`, in its own currency. */
export type Money = { readonly amount: string; readonly currency: string };

/** What one unit of a currency was worth in another on a day, and who says so. */
export type ExchangeRate = {
  readonly from: string;
  readonly to: string;
  /** Exact text, `505.25`. */
  readonly rate: string;
  readonly on: Day;
  readonly source: string;
};

/** A sum in one currency, with the rates without which it could not be told. */
export type MoneySum = Money & { readonly rates: readonly ExchangeRate[] };

/**
 * The last rate between two currencies on or before a day, told in either direction.
 * @returns undefined where nobody has entered one
 */
export function findRate(
  rates: readonly ExchangeRate[],
  pair: { readonly from: string; readonly to: string },
  on: Day,
): ExchangeRate | undefined {
  const fits = (rate: ExchangeRate) =>
    rate.on <= on &&
    ((rate.from === pair.from && rate.to === pair.to) || (rate.from === pair.to && rate.to === pair.from));
  return rates.filter(fits).toSorted((one, other) => other.on.localeCompare(one.on))[0];
}

/**
 * Adds amounts. Those of one currency are simply added; others only at a dated, sourced rate, which the sum then names.
 * Each converted amount is rounded to the cent, half away from zero, so that the sum is that of what is shown.
 * @throws Refusal `shared.no-rate`
 */
export function addMoney(
  amounts: readonly Money[],
  to: { readonly currency: string; readonly on: Day; readonly rates: readonly ExchangeRate[] },
): MoneySum {
  const used = new Set<ExchangeRate>();
  let cents = 0n;
  for (const { amount, currency } of amounts) {
    if (currency === to.currency) {
      cents += centsOf(amount);
      continue;
    }
    const rate = findRate(to.rates, { from: currency, to: to.currency }, to.on);
    if (!rate) throw refuse('shared.no-rate', { values: { from: currency, to: to.currency, on: to.on } });
    used.add(rate);
    cents += convert(centsOf(amount), rate, currency);
  }
  return { amount: textOf(cents), currency: to.currency, rates: [...used] };
}

const rateDigits = 10;
const rateScale = 10n ** BigInt(rateDigits);

function convert(cents: bigint, rate: ExchangeRate, from: string): bigint {
  const scaled = scaledOf(rate.rate, rateDigits);
  return rate.from === from ? divide(cents * scaled, rateScale) : divide(cents * rateScale, scaled);
}

function divide(number: bigint, by: bigint): bigint {
  const half = number < 0n ? -by / 2n : by / 2n;
  return (number + half) / by;
}

function centsOf(amount: string): bigint {
  return scaledOf(amount, 2);
}

function scaledOf(text: string, digits: number): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new TypeError('not an amount');
  const [, sign = '', whole = '0', rest = ''] = match;
  const value = BigInt(whole + rest.slice(0, digits).padEnd(digits, '0'));
  return sign === '-' ? -value : value;
}

function textOf(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
