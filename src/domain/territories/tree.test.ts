import { describe, expect, it } from 'vitest';
import type { TerritoryKind } from './kinds.ts';
import { problemsOfTree, type TerritoryDraft } from './tree.ts';

const kind = (name: string, level: number, digits: number | null): TerritoryKind => ({
  kind: name,
  level,
  name: { es: name, en: name },
  plural: { es: name, en: name },
  codeDigits: digits,
  codePattern: digits === null ? null : `^\\d{${digits}}$`,
});
const kinds = [kind('country', 0, null), kind('region', 1, 2), kind('commune', 2, 4), kind('quarter', 3, 4)];

const draft = (told: Partial<TerritoryDraft>): TerritoryDraft => ({
  code: '01',
  name: 'Norte',
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
const problemsOf = (...drafts: Partial<TerritoryDraft>[]) =>
  problemsOfTree(
    drafts.map((one, index) => ({ draft: draft(one), row: index + 2 })),
    kinds,
  ).map(({ code, field, row }) => [row, field, code]);

const commune = { code: '0101', kind: 'commune', parentCode: '01' };

describe('a tree of territories', () => {
  it('is sound when every one lies in one a level above', () => {
    expect(problemsOf({}, commune)).toEqual([]);
  });

  it('is refused where a territory is its own ancestor', () => {
    expect(problemsOf({ parentCode: '01' })).toEqual([[2, 'parent_code', 'territories.own-parent']]);
    const around = problemsOf(
      { ...commune, parentCode: '0102' },
      { ...commune, code: '0102', parentCode: '0101' },
    );
    expect(around).toEqual([
      [2, 'parent_code', 'territories.circle'],
      [3, 'parent_code', 'territories.circle'],
    ]);
  });

  it('is refused with a parent that is unknown or of the wrong level', () => {
    expect(problemsOf({ ...commune, parentCode: '07' })).toEqual([
      [2, 'parent_code', 'territories.unknown-parent'],
    ]);
    expect(problemsOf({ ...commune, parentCode: null })).toEqual([
      [2, 'parent_code', 'territories.parent-of-wrong-level'],
    ]);
    expect(problemsOf({}, { ...commune, kind: 'quarter' })).toEqual([
      [3, 'parent_code', 'territories.parent-of-wrong-level'],
    ]);
  });

  it('is refused with a code twice, or unlike its kind, or a kind that there is not', () => {
    expect(problemsOf({}, {})).toEqual([[3, 'code', 'territories.code-twice']]);
    expect(problemsOf({ code: '1' })).toEqual([[2, 'code', 'territories.code-unlike-kind']]);
    expect(problemsOf({ kind: 'village' })).toEqual([[2, 'kind', 'territories.unknown-kind']]);
    expect(problemsOf({ kind: 'country' })).toContainEqual([2, 'kind', 'territories.unknown-kind']);
  });

  it('is refused with dates that do not exist or run backwards', () => {
    expect(problemsOf({ validFrom: '2015-02-30' })).toEqual([[2, 'valid_from', 'territories.not-a-day']]);
    expect(problemsOf({ validFrom: '2015-01-01', validTo: '2015-01-01' })).toEqual([
      [2, 'valid_to', 'territories.ends-before-it-begins'],
    ]);
  });

  it('keeps parts within the time of the whole', () => {
    const whole = { validFrom: '2000-01-01', validTo: '2020-01-01' };
    expect(problemsOf(whole, { ...commune, validFrom: '2001-01-01', validTo: '2010-01-01' })).toEqual([]);
    expect(problemsOf(whole, commune)).toEqual([[3, 'parent_code', 'territories.outside-parents-time']]);
    expect(problemsOf(whole, { ...commune, validFrom: '1999-01-01', validTo: '2010-01-01' })).toEqual([
      [3, 'parent_code', 'territories.outside-parents-time'],
    ]);
  });

  it('takes a point whole and in degrees', () => {
    expect(problemsOf({ longitude: -79.5 })).toEqual([[2, 'latitude', 'territories.half-a-point']]);
    expect(problemsOf({ longitude: 500_000, latitude: 9 })).toEqual([
      [2, 'longitude', 'territories.not-degrees'],
    ]);
    expect(problemsOf({ longitude: Number.NaN, latitude: 9 })).toEqual([
      [2, 'longitude', 'territories.not-degrees'],
    ]);
    expect(problemsOf({ areaKm2: 0 })).toEqual([[2, 'area_km2', 'territories.no-area']]);
  });
});
