import { describe, expect, it } from 'vitest';
import { identifyingHeaders, surveyHeaders } from './personal-rows.ts';

describe('rows that are persons', () => {
  it('are known by columns that identify them', () => {
    expect(identifyingHeaders(['Provincia', 'Cédula', 'Nombre de la víctima', 'Casos'])).toEqual([
      'Cédula',
      'Nombre de la víctima',
    ]);
    expect(identifyingHeaders(['nombre_estado', 'Nombre del municipio', 'nombre', 'documento'])).toEqual([]);
  });

  it('are known by the weight of an answer beside how persons were drawn', () => {
    expect(surveyHeaders(['b12', 'pais', 'upm', 'strata', 'weight1500'])).toEqual([
      'weight1500',
      'upm',
      'strata',
    ]);
    expect(surveyHeaders(['provincia', 'estrato', 'casos'])).toEqual([]);
  });
});
