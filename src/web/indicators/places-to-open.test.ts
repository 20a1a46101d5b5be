import { describe, expect, it } from 'vitest';
import { placesToOpen } from './places-to-open.ts';

const countries = [
  { code: 'XA', reference: 'XA' },
  { code: 'XB', reference: 'XB' },
  { code: 'XC', reference: 'XC' },
];
type Asked = Parameters<typeof placesToOpen>[0];
const toldIn = (...references: string[]): Asked => ({
  country: null,
  rule: null,
  series: references.map(
    (reference) =>
      ({ standing: 'current', territory: { reference, name: reference } }) as Asked['series'][number],
  ),
});
const nobody = { home: null, country: null };

describe('where the page of an indicator may open', () => {
  it('is, for somebody passing by, the first country that tells it, then the parts that alone do', () => {
    expect(placesToOpen(toldIn('XB-01', 'XC'), nobody, countries)).toEqual(['XB', 'XC', 'XB-01', 'XA']);
  });

  it('is, for its reader, home, their country and what is told in it, before any other', () => {
    const reader = { home: 'XC-0202', country: 'XC' };
    expect(placesToOpen(toldIn('XA', 'XC-01'), reader, countries)).toEqual([
      'XC-0202',
      'XC',
      'XC-01',
      'XA',
      'XB',
    ]);
  });

  it('stays in the country of an indicator of one country', () => {
    const reader = { home: 'XA-01', country: 'XA' };
    expect(placesToOpen({ ...toldIn('XB'), country: 'XB' }, reader, countries)).toEqual(['XB']);
  });
});
