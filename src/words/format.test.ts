import { describe, expect, it } from 'vitest';
import { formatOf } from './format.ts';

const panama = formatOf('es', 'PA', 'America/Panama');
const costaRica = formatOf('es', 'CR', 'America/Costa_Rica');
const english = formatOf('en', 'PA', 'America/Panama');
/** Browsers and ICU put narrow spaces of several kinds between figures. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

describe('dates', () => {
  it('puts the day before the month in every language and country', () => {
    expect([panama.day('2026-11-23'), costaRica.day('2026-11-23'), english.day('2026-11-23')]).toEqual(
      Array.from({ length: 3 }, () => '23/11/2026'),
    );
    expect(panama.longDay('2026-11-03')).toBe('3 de noviembre de 2026');
  });

  it('says how far a day is as people say it', () => {
    const from = '2026-11-23';
    expect(panama.relativeDay('2026-11-11', from)).toBe('hace 12 días');
    expect(panama.relativeDay('2026-11-24', from)).toBe('mañana');
    expect(panama.relativeDay('2026-08-01', from)).toBe('hace 3 meses');
    expect(english.relativeDay('2020-11-11', from)).toBe('6 years ago');
  });

  it('never moves a calendar day across a time zone', () => {
    expect(formatOf('es', 'PA', 'Pacific/Kiritimati').day('2026-01-01')).toBe('01/01/2026');
  });

  it('writes an instant in the time of the installation', () => {
    expect(plain(panama.moment('2026-11-24T03:05:00Z'))).toBe('23/11/2026, 22:05');
    expect(panama.dayOf('2026-11-24T03:05:00Z')).toBe('2026-11-23');
  });
});

describe('numbers', () => {
  it('groups as each country does', () => {
    expect(panama.number(1_234_567)).toBe('1,234,567');
    expect(plain(costaRica.number(1_234_567))).toBe('1 234 567');
  });

  it('names the currency of money', () => {
    expect(plain(costaRica.money('12345', 'CRC'))).toContain('₡');
  });
});
