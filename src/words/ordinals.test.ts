import { describe, expect, it } from 'vitest';
import { ordinalWord, roman } from './ordinals.ts';

describe('the numbers of clauses and recitals', () => {
  it('are words as legal texts write them', () => {
    expect([1, 10, 11, 12, 13, 19, 20, 21, 30, 38, 69].map((place) => ordinalWord('es', place))).toEqual([
      'primera',
      'décima',
      'undécima',
      'duodécima',
      'decimotercera',
      'decimonovena',
      'vigésima',
      'vigésima primera',
      'trigésima',
      'trigésima octava',
      'sexagésima novena',
    ]);
    expect([1, 12, 20, 21, 40, 53].map((place) => ordinalWord('en', place))).toEqual([
      'first',
      'twelfth',
      'twentieth',
      'twenty-first',
      'fortieth',
      'fifty-third',
    ]);
  });

  it('are figures where words would be a burden', () => {
    expect(ordinalWord('es', 70)).toBe('70.ª');
  });

  it('are Roman for recitals', () => {
    expect([1, 4, 9, 14, 40, 58].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XL', 'LVIII']);
  });
});
