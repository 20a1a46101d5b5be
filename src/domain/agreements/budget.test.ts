import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountOf, centsOf, isSumOf, sumsOf } from './budget.ts';

const line = (amount: string, currency = 'USD', year = 2026) => ({
  year,
  currency,
  amount,
  kind: 'cash' as const,
});

describe('a budget', () => {
  it('is summed by currency and by year, never across currencies', () => {
    expect(sumsOf([line('10.10'), line('0.20'), line('5', 'EUR'), line('1', 'USD', 2027)])).toEqual({
      byCurrency: [
        { currency: 'EUR', amount: '5.00' },
        { currency: 'USD', amount: '11.30' },
      ],
      byYear: [
        { year: 2026, currency: 'EUR', amount: '5.00' },
        { year: 2026, currency: 'USD', amount: '10.30' },
        { year: 2027, currency: 'USD', amount: '1.00' },
      ],
    });
  });

  it('is the sum that a text states only to the last cent, in every currency', () => {
    const lines = [line('10.10'), line('0.20'), line('5', 'EUR')];
    expect(
      isSumOf(
        [
          { currency: 'USD', amount: '10.3' },
          { currency: 'EUR', amount: '5' },
        ],
        lines,
      ),
    ).toBe(true);
    expect(isSumOf([{ currency: 'USD', amount: '10.3' }], lines)).toBe(false);
    expect(
      isSumOf(
        [
          { currency: 'USD', amount: '10.31' },
          { currency: 'EUR', amount: '5' },
        ],
        lines,
      ),
    ).toBe(false);
    expect(isSumOf([], [])).toBe(true);
  });

  it('loses no cent however many lines there are', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 10n ** 15n })), (cents) => {
        const total = cents.reduce((sum, one) => sum + one, 0n);
        const [sum] = sumsOf(cents.map((one) => line(amountOf(one)))).byCurrency;
        expect(centsOf(sum?.amount ?? '0')).toBe(total);
      }),
    );
  });
});
