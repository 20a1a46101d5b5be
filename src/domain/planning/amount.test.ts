import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNoAmount, readAmount } from './amount.ts';

describe('an amount', () => {
  it.each([
    ['B/. 1,234.50', 'PAB', '1234.50', 'PAB'],
    ['B/.1,234', 'CRC', '1234.00', 'PAB'],
    ['₡1.234,50', 'PAB', '1234.50', 'CRC'],
    ['¢ 12.345.678', 'CRC', '12345678.00', 'CRC'],
    ['$ 500', 'PAB', '500.00', 'USD'],
    ['$ 500', 'MXN', '500.00', 'MXN'],
    ['US$1,000', 'CRC', '1000.00', 'USD'],
    ['USD 1 234,5', 'PAB', '1234.50', 'USD'],
    ['1,250.75 EUR', 'PAB', '1250.75', 'EUR'],
    ['500 balboas', 'CRC', '500.00', 'PAB'],
    ['1,234', 'PAB', '1234.00', 'PAB'],
    ['1.234', 'CRC', '1234.00', 'CRC'],
    ['007', 'PAB', '7.00', 'PAB'],
    ['0', 'PAB', '0.00', 'PAB'],
  ])('%s is understood', (text, own, amount, currency) => {
    expect(readAmount(text, own)).toEqual({ amount, currency });
  });

  it.each([
    ['-5', 'negative-amount'],
    ['(1,200.00)', 'negative-amount'],
    ['1,2345', 'ambiguous-amount'],
    ['1.234.5', 'ambiguous-amount'],
    ['XYZ 40', 'unknown-currency'],
    ['cien', 'not-an-amount'],
    ['12 000 mil', 'unknown-currency'],
    ['12345678901234567', 'not-an-amount'],
  ])('%s is refused by name', (text, fault) => {
    expect(readAmount(text, 'PAB')).toEqual({ fault });
  });

  it('is read back as it was written, with thousands parted either way', () => {
    const cents = fc.integer({ min: 0, max: 10 ** 12 });
    fc.assert(
      fc.property(cents, fc.constantFrom('en-US', 'de-DE'), (value, locale) => {
        const written = new Intl.NumberFormat(locale, {
          minimumFractionDigits: 2,
          maximumFractionDigits: 2,
        }).format(value / 100);
        expect(readAmount(written, 'PAB')).toEqual({ amount: (value / 100).toFixed(2), currency: 'PAB' });
      }),
    );
  });

  it('may also be said to be none', () => {
    for (const text of ['', ' - ', 'N/A', 'Por definir']) expect(isNoAmount(text)).toBe(true);
    expect(isNoAmount('0')).toBe(false);
  });
});
