import { describe, expect, it } from 'vitest';
import type { KnownDimension } from './category-words.ts';
import { crossingOfText } from './crossing-words.ts';
import { emptyDictionary, type Dictionary } from './dictionary.ts';

const dimension = (code: string, title: string, categories: Record<string, string>): KnownDimension => ({
  code,
  titles: [title],
  categories: Object.entries(categories).map(([category, name]) => ({
    code: category,
    titles: [name],
    isUnknown: category === 'unknown',
  })),
});
const dimensions = [
  dimension('sex', 'Sexo', { f: 'Mujer', m: 'Hombre', unknown: 'Sin dato' }),
  dimension('age', 'Edad', {
    '0-14': '0-14 años',
    '0-4': '0-4 años',
    '15+': '15 y más',
    unknown: 'Sin dato',
  }),
];
const dictionary: Dictionary = {
  ...emptyDictionary,
  crossings: new Map([
    [
      'kQBGXKMwoqR',
      {
        name: 'TA 15+ years, Female',
        parts: [
          { category: ['TA Sex'], option: ['TA Female', 'TA_F'] },
          { category: ['TA Age (malaria)'], option: ['TA 15+ years'] },
        ],
      },
    ],
    ['cxProyecto1', { name: 'Piloto', parts: [{ category: ['Proyecto'], option: ['Piloto'] }] }],
  ]),
  groups: new Map([
    ['SEXCAT', ['Sexo de la persona']],
    ['XX', ['Mujeres']],
  ]),
};
const of = (text: string) => crossingOfText(text, dimensions, dictionary);

describe('the crossing that a text stands for', () => {
  it.each(['', 'default', 'HllvX50cXC0', 'Total'])('«%s» is the whole', (text) => {
    expect(of(text)).toEqual({});
  });

  it('is what is written here, with codes bare or after their dimension', () => {
    expect(of('sex=f&age=15+')).toEqual({ sex: 'f', age: '15+' });
    expect(of('age=age.0-4&sex=sex.m')).toEqual({ age: '0-4', sex: 'm' });
  });

  it('is what the dictionary says of its mark, a word of the other system before the group or not', () => {
    expect(of('kQBGXKMwoqR')).toEqual({ sex: 'f', age: '15+' });
    expect(of('SEXCAT=XX')).toEqual({ sex: 'f' });
  });

  it('is what its names say, where each can only be of one dimension', () => {
    expect(of('Female, 0-4 years')).toEqual({ sex: 'f', age: '0-4' });
  });

  it.each([
    'cxProyecto1',
    'AroSt3y4ir0',
    'Mujer, Hombre',
    'Sin dato',
    'sex=f&proyecto=1',
    'constructor',
    ',',
  ])('«%s» is not guessed', (text) => {
    expect(of(text)).toBeNull();
  });
});
