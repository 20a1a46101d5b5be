import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from './refusal.ts';
import { addMoney, findRate, type ExchangeRate } from './money.ts';

const colones: ExchangeRate = {
  from: 'USD',
  to: 'CRC',
  rate: '505.25',
  on: '2026-03-01',
  source: 'Banco central de ejemplo',
};

describe('money', () => {
  it('of one currency is added to the cent', () => {
    const sum = addMoney(
      [
        { amount: '0.10', currency: 'PAB' },
        { amount: '0.20', currency: 'PAB' },
      ],
      { currency: 'PAB', on: '2026-03-10', rates: [] },
    );
    expect(sum).toEqual({ amount: '0.30', currency: 'PAB', rates: [] });
  });

  it('of another currency is added at the last rate before the day, in either direction, and the sum names it', () => {
    const older = { ...colones, rate: '500', on: '2026-01-01' };
    const to = { currency: 'CRC', on: '2026-03-10', rates: [older, colones] };
    expect(addMoney([{ amount: '2', currency: 'USD' }], to)).toEqual({
      amount: '1010.50',
      currency: 'CRC',
      rates: [colones],
    });
    const back = addMoney([{ amount: '1010.50', currency: 'CRC' }], { ...to, currency: 'USD' });
    expect(back.amount).toBe('2.00');
    expect(findRate([older, colones], { from: 'USD', to: 'CRC' }, '2026-02-01')).toBe(older);
  });

  it('is not added without a rate, nor at one of a later day', () => {
    const add = (rates: ExchangeRate[]) => () =>
      addMoney([{ amount: '1', currency: 'USD' }], { currency: 'CRC', on: '2026-02-01', rates });
    expect(add([])).toThrow(Refusal);
    expect(add([colones])).toThrow(Refusal);
  });

  it('adds up the same in whatever order', () => {
    const amounts = fc.array(fc.integer({ min: -1e9, max: 1e9 }).map((cents) => (cents / 100).toFixed(2)));
    fc.assert(
      fc.property(amounts, (list) => {
        const to = { currency: 'USD', on: '2026-03-10', rates: [colones] };
        const some = list.map((amount, index) => ({ amount, currency: index % 2 ? 'USD' : 'CRC' }));
        expect(addMoney(some.toReversed(), to).amount).toBe(addMoney(some, to).amount);
      }),
    );
  });
});
