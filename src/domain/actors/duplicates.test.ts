import { describe, expect, it } from 'vitest';
import { ancestorsOf, refuseOwnAncestor } from './ancestry.ts';
import { lookAlikes } from './duplicates.ts';
import { nameLeftBehind, searchText } from './organisation-names.ts';

describe('names', () => {
  const there = [{ id: '1', name: 'Municipio de San Miguelito', shortName: 'MSM', territoryId: 810 }];
  const find = (name: string, shortName: string | null = null, territoryId = 810) =>
    lookAlikes(there, { name, shortName, territoryId }).map(({ id }) => id);

  it('are alike in upper case, without accents, without the little words', () => {
    expect(find('MUNICIPIO SAN MIGUELITO')).toEqual(['1']);
    expect(find('San Miguelito, municipio de')).toEqual(['1']);
    expect(find('Alcaldía', 'msm')).toEqual(['1']);
  });

  it('are not alike elsewhere, nor when they only share a word', () => {
    expect(find('Municipio de San Miguelito', null, 808)).toEqual([]);
    expect(find('Municipio de Miguelito')).toEqual([]);
  });

  it('stay in the history from the end of the last one until the change', () => {
    const now = { name: 'INAMU', shortName: null, validFrom: '2008-12-23' };
    const change = { name: 'Ministerio de la Mujer', shortName: null, on: '2023-03-08', reason: 'Ley 375' };
    expect(nameLeftBehind(now, [], change)).toMatchObject({
      name: 'INAMU',
      validFrom: '2008-12-23',
      validTo: '2023-03-08',
    });
    const past = [{ name: 'DINAMU', shortName: null, validFrom: null, validTo: '2010-01-01', reason: null }];
    expect(nameLeftBehind(now, past, change).validFrom).toBe('2010-01-01');
    expect(() => nameLeftBehind(now, past, { ...change, on: '2010-01-01' })).toThrow('actors.term-reversed');
    expect(() => nameLeftBehind(now, [], { ...change, name: 'INAMU' })).toThrow('actors.same-name');
  });

  it('are all found, each once', () => {
    expect(searchText({ name: 'Órgano', shortName: 'OJ' }, [{ name: 'ORGANO', shortName: null }])).toBe(
      'organo · oj',
    );
  });
});

describe('who answers to whom', () => {
  const parents = new Map([
    ['child', 'middle'],
    ['middle', 'top'],
  ]);

  it('never comes round to oneself', () => {
    expect(ancestorsOf(parents, 'child')).toEqual(['middle', 'top']);
    expect(() => refuseOwnAncestor(parents, 'top', 'child')).toThrow('actors.own-ancestor');
    expect(() => refuseOwnAncestor(parents, 'top', 'top')).toThrow('actors.own-ancestor');
    expect(() => refuseOwnAncestor(parents, 'child', 'top')).not.toThrow();
  });

  it('is told without end even where a circle already is', () => {
    expect(
      ancestorsOf(
        new Map([
          ['a', 'b'],
          ['b', 'a'],
        ]),
        'a',
      ),
    ).toEqual(['b', 'a']);
  });
});
