import { expect, it } from 'vitest';
import { parseReference, referenceOf } from './references.ts';

it('names a country by its code, and a territory by country and code', () => {
  expect(referenceOf('XA', 'XA')).toBe('XA');
  expect(referenceOf('XA', '0101')).toBe('XA-0101');
});

it('is taken apart into the same two', () => {
  expect(parseReference('XA-0101')).toEqual({ country: 'XA', code: '0101' });
  expect(parseReference(' XA ')).toEqual({ country: 'XA', code: null });
});

it('is nothing where it is not written so', () => {
  for (const text of ['', 'xa', 'XA-', 'XA_0101', 'XAB-01', 'XA-01/../02', "XA-01'"])
    expect(parseReference(text)).toBeNull();
});
