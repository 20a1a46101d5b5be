import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalSignOf, readNumber } from './read-number.ts';

describe('a cell of figures', () => {
  it('is read with point or comma, whichever it shows', () => {
    for (const [text, value] of [
      ['1234', 1234],
      ['1,234.5', 1234.5],
      ['1.234,5', 1234.5],
      ['12.345.678', 12_345_678],
      ['29.8 %', 29.8],
      ['0,5', 0.5],
      ['0.125', 0.125],
      ['1 234', 1234],
      ['-3', -3],
      ['(3)', -3],
      ['26.991281815973437', 26.991281815973437],
      ['448.0', 448],
    ] as const)
      expect(readNumber(text, 'either'), text).toEqual({ value });
  });

  it('that could be two numbers is asked, unless the column tells', () => {
    expect(readNumber('1.234', 'either')).toEqual({ fault: 'ambiguous-number' });
    expect(readNumber('1.234', 'mixed')).toEqual({ fault: 'ambiguous-number' });
    expect(readNumber('1.234', 'comma')).toEqual({ value: 1234 });
    expect(readNumber('1.234', 'point')).toEqual({ value: 1.234 });
    expect(readNumber('1,234', 'point')).toEqual({ value: 1234 });
  });

  it.each(['', '-', '--', '–', '—', '.', '…'])('«%s» is absent: it says nothing', (text) => {
    expect(readNumber(text, 'point')).toEqual({ state: 'absent' });
  });

  it.each(['N/D', 'n.d.', 's/d', 'Sin dato', 'No disponible'])('«%s» is unknown, not zero', (text) => {
    expect(readNumber(text, 'point')).toEqual({ state: 'unknown' });
  });

  it.each(['#REF!', '#¡DIV/0!', '#N/A', '#N/D', '#VALOR!'])('«%s» is a formula that failed', (text) => {
    expect(readNumber(text, 'point')).toEqual({ fault: 'formula-error' });
  });

  it('that holds no number says why', () => {
    expect(readNumber('No aplica', 'point')).toEqual({ state: 'not-applicable' });
    expect(readNumber('<5', 'point')).toEqual({ state: 'withheld' });
    expect(readNumber('tres', 'point')).toEqual({ fault: 'not-a-number' });
  });

  it('is read back as it was written, in both manners', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9_999_999, max: 9_999_999 }),
        fc.integer({ min: 0, max: 99 }),
        (whole, cents) => {
          const value = Number(`${whole}.${String(cents).padStart(2, '0')}`);
          const group = (sign: string) => String(Math.abs(whole)).replaceAll(/\B(?=(\d{3})+$)/g, sign);
          const minus = String(value).startsWith('-') ? '-' : '';
          expect(readNumber(`${minus}${group('.')},${String(cents).padStart(2, '0')}`, 'either')).toEqual({
            value,
          });
          expect(readNumber(`${minus}${group(',')}.${String(cents).padStart(2, '0')}`, 'either')).toEqual({
            value,
          });
        },
      ),
    );
  });
});

describe('a column', () => {
  it('tells how its decimals are parted', () => {
    expect(decimalSignOf(['12', '1.234', '5,5'])).toBe('comma');
    expect(decimalSignOf(['12', '1,234'])).toBe('either');
    expect(decimalSignOf(['1.5', '1,5'])).toBe('mixed');
  });
});
