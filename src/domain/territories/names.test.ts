import { describe, expect, it } from 'vitest';
import { bestMatches, editDistance, matchName, type NamedTerritory } from './names.ts';

const named = (code: string, name: string, former: readonly string[] = [], level = 2): NamedTerritory => ({
  code,
  name,
  level,
  aliases: former.map((one) => ({ name: one, kind: 'former' as const })),
});
const territories = [
  named('10', 'Guna Yala', ['Kuna Yala', 'San Blas'], 1),
  named('0503', 'Santa Fe'),
  named('0909', 'Santa Fe'),
  named('090901', 'Santa Fe (Cabecera)', [], 3),
  named('0102', 'Changuinola'),
  named('0205', 'Olá'),
  named('08', 'Panamá', [], 1),
  named('0808', 'Panamá'),
];
const words = ['provincia', 'distrito', 'comarca indígena', 'comarca'];
const found = (text: string) =>
  matchName(text, territories, words).map(({ territory, reason }) => [territory.code, reason]);

describe('a name', () => {
  it('is found without accents and in any case', () => {
    expect(found('PANAMA')).toEqual([
      ['08', 'name'],
      ['0808', 'name'],
    ]);
  });

  it('that it had before leads to the territory of today', () => {
    expect(found('kuna yala')).toEqual([['10', 'former-name']]);
    expect(found('Comarca Kuna Yala')).toEqual([['10', 'former-name']]);
  });

  it('that several have gives all of them, those that only begin so last', () => {
    const matches = matchName('Santa Fe', territories, words);
    expect(bestMatches(matches).map(({ territory }) => territory.code)).toEqual(['0503', '0909']);
    expect(matches.at(-1)).toMatchObject({ territory: { code: '090901' }, reason: 'part-of-name' });
  });

  it('with its kind before it is the same name', () => {
    expect(found('Distrito de Changuinola')).toEqual([['0102', 'name']]);
    expect(found('provincia de Panamá')[0]).toEqual(['08', 'name']);
  });

  it('is forgiven a typing error where nothing is exactly so', () => {
    expect(found('chanuginola')).toEqual([['0102', 'typing-error']]);
    expect(found('Changinola')).toEqual([['0102', 'typing-error']]);
  });

  it('of three letters is forgiven none', () => {
    expect(found('Oli')).toEqual([]);
    expect(found('ola')).toEqual([['0205', 'name']]);
  });

  it('may be a code', () => {
    expect(found('0909')).toEqual([['0909', 'code']]);
  });

  it('that is nothing finds nothing', () => {
    expect(found('')).toEqual([]);
    expect(found('¿?')).toEqual([]);
    expect(found('Narnia')).toEqual([]);
  });
});

describe('the distance between two texts', () => {
  it('counts what is put in, left out, changed and swapped', () => {
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('natá', 'natá')).toBe(0);
    expect(editDistance('changuinola', 'chanuginola')).toBe(1);
    expect(editDistance('kitten', 'sitting')).toBe(3);
  });
});
