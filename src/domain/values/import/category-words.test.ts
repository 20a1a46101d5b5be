import { describe, expect, it } from 'vitest';
import { categoryOfText, dimensionOfHeader, type KnownDimension } from './category-words.ts';

const dimension = (code: string, titles: string[], categories: string[]): KnownDimension => ({
  code,
  titles,
  categories: categories.map((one) => ({ code: one, titles: [], isUnknown: one === 'unknown' })),
});
const sex = dimension('sex', ['Sexo', 'Sex'], ['f', 'm', 'unknown']);
const age = dimension(
  'age',
  ['Edad', 'Age'],
  ['0-9', '10-14', '15-17', '18-24', '25-29', '30-44', '45-59', '60+', 'unknown'],
);
const weapon = dimension(
  'weapon',
  ['Arma'],
  ['firearm', 'blade', 'blunt', 'strangling', 'body', 'fire', 'poison', 'other', 'unknown'],
);

describe('what sources call things', () => {
  it('is understood in headers', () => {
    const all = [sex, age, weapon];
    for (const [header, code] of [
      ['sexo', 'sex'],
      ['GÉNERO', 'sex'],
      ['RANGO DE EDAD', 'age'],
      ['agrupa_edad_persona', 'age'],
      ['tipo_de_arma_utilizada', 'weapon'],
      ['armas_medios', 'weapon'],
      ['provincia', null],
    ] as const)
      expect(dimensionOfHeader(header, all), header).toBe(code);
  });

  it('is understood in cells', () => {
    for (const [text, known, code] of [
      ['Masculino', sex, 'm'],
      ['MUJER', sex, 'f'],
      ['Sin Determinar', sex, 'unknown'],
      ['', sex, 'unknown'],
      ['NO REPORTA', sex, 'unknown'],
      ['Arma de Fuego ', weapon, 'firearm'],
      ['ARMA BLANCA / CORTOPUNZANTE', weapon, 'blade'],
      ['Asfixia Mecánica', weapon, 'strangling'],
      ['Calcinado', weapon, 'fire'],
      ['30-34', age, '30-44'],
      ['05-09 años', age, '0-9'],
      ['80 y más años', age, '60+'],
      ['17', age, '15-17'],
      ['15-19', age, null],
      ['Menores de edad (0-17)', age, null],
    ] as const)
      expect(categoryOfText(text, known), text).toBe(code);
  });
});
