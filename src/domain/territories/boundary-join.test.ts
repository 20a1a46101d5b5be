import { describe, expect, it } from 'vitest';
import { joinBoundaries } from './boundary-join.ts';
import { joinBestLevel } from './boundary-level.ts';
import { nameForms, type JoinFeature, type JoinTerritory } from './boundary-names.ts';

const kindWords = ['provincia', 'province', 'distrito', 'comarca'];

const territory = (
  id: number,
  code: string,
  name: string,
  more: Partial<JoinTerritory> = {},
): JoinTerritory => ({
  id,
  code,
  name,
  isoCode: null,
  aliases: [],
  ancestors: ['Tierra'],
  ...more,
});

const districts = [
  territory(11, '0101', 'Alta', { ancestors: ['Norte', 'Tierra'] }),
  territory(12, '0102', 'Santa Fe', { ancestors: ['Norte', 'Tierra'] }),
  territory(21, '0201', 'Santa Fe', { ancestors: ['Sur', 'Tierra'] }),
  territory(22, '0202', 'Guna Yala', { aliases: ['Kuna Yala'], ancestors: ['Sur', 'Tierra'] }),
];

const feature = (
  number: number,
  properties: JoinFeature['properties'],
  id: JoinFeature['id'] = null,
): JoinFeature => ({
  number,
  id,
  properties,
});
const matched = (join: ReturnType<typeof joinBoundaries>) =>
  join.matches.map((match) => [match.territoryId, match.features, match.by]);

describe('joining a layer', () => {
  it('finds the property that holds the code, whatever it is called', () => {
    for (const name of ['id', 'CODIGO', 'cod_dist', 'COD_DIST_1', 'x']) {
      const features = districts.map(({ code }, index) =>
        feature(index + 1, { [name]: code, fid: index + 1 }),
      );
      const join = joinBoundaries(features, districts, kindWords);
      expect(join.keys.code).toBe(name);
      expect(join.matches).toHaveLength(4);
      expect(join.withoutShape).toEqual([]);
    }
  });

  it('takes the feature’s own id for the code', () => {
    const features = districts.map(({ code }, index) => feature(index + 1, {}, code));
    expect(joinBoundaries(features, districts, kindWords).matches.every((match) => match.by === 'code')).toBe(
      true,
    );
  });

  it('joins by ISO code in any case', () => {
    const provinces = [
      territory(1, '01', 'Norte', { isoCode: 'XX-1' }),
      territory(2, '02', 'Sur', { isoCode: 'XX-2' }),
    ];
    const features = [feature(1, { iso: 'xx-2' }), feature(2, { iso: 'XX-1' })];
    expect(matched(joinBoundaries(features, provinces, kindWords))).toEqual([
      [1, [2], 'iso'],
      [2, [1], 'iso'],
    ]);
  });

  it('joins by name in upper case without accents, with the word for the kind, and by alias', () => {
    const features = [
      feature(1, { nombre: 'DISTRITO DE ALTA', prov: 'NORTE' }),
      feature(2, { nombre: 'COMARCA KUNA YALA', prov: 'SUR' }),
    ];
    expect(matched(joinBoundaries(features, districts, kindWords))).toEqual([
      [11, [1], 'name'],
      [22, [2], 'alias'],
    ]);
  });

  it('tells apart two of one name by what lies above, and asks where the layer does not say', () => {
    const told = [
      feature(1, { nombre: 'Santa Fe', prov: 'Norte' }),
      feature(2, { nombre: 'Santa Fe', prov: 'Provincia de Sur' }),
      feature(3, { nombre: 'Alta', prov: 'Norte' }),
    ];
    expect(matched(joinBoundaries(told, districts, kindWords))).toEqual([
      [11, [3], 'name'],
      [12, [1], 'name'],
      [21, [2], 'name'],
    ]);
    const untold = told.map(({ number, properties }) =>
      feature(number, { nombre: properties['nombre'] ?? '' }),
    );
    expect(joinBoundaries(untold, districts, kindWords).ambiguous).toEqual([
      { feature: 1, label: 'Santa Fe', territoryIds: [12, 21] },
      { feature: 2, label: 'Santa Fe', territoryIds: [12, 21] },
    ]);
  });

  it('questions a code that lost its zero and joins it only once accepted', () => {
    const features = [feature(1, { codigo: 101 }), feature(2, { codigo: 201 })];
    const asked = joinBoundaries(features, districts, kindWords);
    expect(asked.matches).toEqual([]);
    expect(asked.lostZeros).toEqual([
      { feature: 1, given: '101', territoryId: 11 },
      { feature: 2, given: '201', territoryId: 21 },
    ]);
    expect(matched(joinBoundaries(features, districts, kindWords, new Set(['lost-zeros'])))).toEqual([
      [11, [1], 'code-with-zeros'],
      [21, [2], 'code-with-zeros'],
    ]);
  });

  it('asks nothing where the name confirms the code that lost its zero', () => {
    const features = [
      feature(1, { codigo: 101, nombre: 'Alta', prov: 'Norte' }),
      feature(2, { codigo: 201, nombre: 'Santa Fe', prov: 'Sur' }),
    ];
    const join = joinBoundaries(features, districts, kindWords);
    expect(join.lostZeros).toEqual([]);
    expect(matched(join)).toEqual([
      [11, [1], 'name'],
      [21, [2], 'name'],
    ]);
  });

  it('holds back a territory that comes twice until the person says that they are parts', () => {
    const features = [feature(1, { id: '0101' }), feature(2, { id: '0101' }), feature(3, { id: '0102' })];
    const join = joinBoundaries(features, districts, kindWords);
    expect(join.repeated).toEqual([{ territoryId: 11, features: [1, 2] }]);
    expect(matched(join)).toEqual([[12, [3], 'code']]);
    const accepted = joinBoundaries(features, districts, kindWords, new Set(['repeated-features']));
    expect(matched(accepted)).toEqual([
      [11, [1, 2], 'code'],
      [12, [3], 'code'],
    ]);
  });

  it('says where the code means one territory and the name another', () => {
    const features = [
      feature(1, { id: '0101', nombre: 'Alta' }),
      feature(2, { id: '0102', nombre: 'Guna Yala' }),
    ];
    expect(joinBoundaries(features, districts, kindWords).nameDiffers).toEqual([
      { feature: 2, label: 'Guna Yala', territoryId: 12 },
    ]);
  });

  it('does not take a running number for a code', () => {
    const features = Array.from({ length: 20 }, (_, index) =>
      feature(index + 1, { fid: 95 + index, nombre: `Lago ${index}` }),
    );
    const join = joinBoundaries(features, [...districts, ...manyMore()], kindWords);
    expect(join.keys.code).toBeNull();
    expect(join.unmatched).toHaveLength(20);
  });

  it('takes the level where each feature is a territory of its own', () => {
    const levels = [
      { ...territory(1, '01', 'Norte'), level: 1 },
      { ...territory(2, '02', 'Sur'), level: 1 },
      ...districts.map((district) => ({ ...district, level: 2 })),
    ];
    const features = districts.map(({ code }, index) =>
      feature(index + 1, { prov: code.slice(0, 2), dist: code }),
    );
    expect(joinBestLevel(features, levels, kindWords, new Set())?.level).toBe(2);
  });

  it('has nothing to say of an empty layer but that every territory lacks a shape', () => {
    expect(joinBoundaries([], districts, kindWords).withoutShape).toEqual([11, 12, 21, 22]);
  });
});

function manyMore(): JoinTerritory[] {
  return Array.from({ length: 60 }, (_, index) =>
    territory(100 + index, `03${String(index).padStart(2, '0')}`, `Pueblo ${index}`),
  );
}

describe('the forms of a name', () => {
  it('fold case and accents, and leave out brackets and the word for the kind', () => {
    expect(nameForms('BOCAS DEL TORO (CABECERA)', kindWords)).toContain('bocas del toro');
    expect(nameForms('Alajuela Province', kindWords)).toContain('alajuela');
    expect(nameForms('Provincia', kindWords)).toEqual(['provincia']);
  });
});
