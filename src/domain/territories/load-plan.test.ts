import { describe, expect, it } from 'vitest';
import type { TerritoryKind } from './kinds.ts';
import { largestFamilies, planLoad, smallestHolding, type StandingTerritory } from './load-plan.ts';
import type { TerritoryDraft } from './tree.ts';

const kind = (name: string, level: number): TerritoryKind => ({
  kind: name,
  level,
  name: { es: name, en: name },
  plural: { es: name, en: name },
  codeDigits: null,
  codePattern: null,
});
const kinds = [kind('country', 0), kind('region', 1), kind('commune', 2)];
const country = { code: 'XA', range: { low: 1000, high: 1999 } };
const ground = { country, widths: [1000, 100, 10], kinds };

const region = (code: string, told: Partial<TerritoryDraft> = {}): TerritoryDraft => ({
  code,
  name: `Región ${code}`,
  kind: 'region',
  parentCode: null,
  isoCode: null,
  validFrom: null,
  validTo: null,
  longitude: null,
  latitude: null,
  areaKm2: null,
  sourceId: null,
  note: null,
  ...told,
});
const commune = (code: string, parentCode: string, told: Partial<TerritoryDraft> = {}) =>
  region(code, { kind: 'commune', parentCode, ...told });
const standing = (
  draft: TerritoryDraft,
  id: number,
  lastId: number,
  origin: StandingTerritory['origin'] = 'pack',
) => ({
  ...draft,
  id,
  lastId,
  origin,
});

describe('loading a pack', () => {
  it('numbers parents before children, whatever their order', () => {
    const plan = planLoad([commune('0101', '01'), region('01')], [], ground, true);
    expect(plan.add.map(({ code, id, lastId, parentId }) => [code, id, lastId, parentId])).toEqual([
      ['01', 1100, 1199, 1000],
      ['0101', 1110, 1119, 1100],
    ]);
  });

  it('again changes nothing', () => {
    const there = [standing(region('01'), 1100, 1199)];
    expect(planLoad([region('01')], there, ground, true)).toMatchObject({
      add: [],
      change: [],
      unchanged: ['01'],
    });
  });

  it('changes what is told otherwise, under the same number', () => {
    const there = [standing(region('01'), 1100, 1199)];
    const plan = planLoad([region('01', { name: 'Norte' })], there, ground, true);
    expect(plan.change).toMatchObject([{ id: 1100, lastId: 1199, name: 'Norte' }]);
  });

  it('leaves what a person changed', () => {
    const there = [standing(region('01', { name: 'Mío' }), 1100, 1199, 'person')];
    expect(planLoad([region('01')], there, ground, true)).toMatchObject({ change: [], kept: ['01'] });
    expect(planLoad([region('01')], there, ground, false).change).toHaveLength(1);
  });

  it('does not move a territory: that is a new one with a predecessor', () => {
    const there = [
      standing(region('01'), 1100, 1199),
      standing(region('02'), 1200, 1299),
      standing(commune('0101', '01'), 1110, 1119),
    ];
    expect(planLoad([commune('0101', '02')], there, ground, true).problems).toMatchObject([
      { code: 'territories.moved', row: 2, values: { from: '01', to: '02' } },
    ]);
  });

  it('says when a parent is full', () => {
    const nine = Array.from({ length: 10 }, (_, index) => region(String(index)));
    const plan = planLoad(nine, [], ground, true);
    expect(plan.add).toHaveLength(9);
    expect(plan.problems).toMatchObject([{ code: 'territories.no-room', row: 11 }]);
  });

  it('never gives the number of one that ended', () => {
    const there = [standing(region('01', { validTo: '2000-01-01' }), 1100, 1199)];
    expect(planLoad([region('02')], there, ground, true).add).toMatchObject([{ id: 1200 }]);
  });

  it('counts the largest family of each level', () => {
    expect(largestFamilies([region('01'), region('02'), commune('0101', '01')], kinds)).toEqual([2, 1]);
  });
});

describe('the smallest territory that holds some numbers', () => {
  const there = [standing(region('01'), 1100, 1199), standing(commune('0101', '01'), 1110, 1119)];

  it('is the narrowest around them all', () => {
    expect(smallestHolding([1112], there, country.range)).toEqual({ low: 1110, high: 1119 });
    expect(smallestHolding([1112, 1150], there, country.range)).toEqual({ low: 1100, high: 1199 });
    expect(smallestHolding([1112, 1500], there, country.range)).toEqual(country.range);
    expect(smallestHolding([], there, country.range)).toEqual(country.range);
  });
});
