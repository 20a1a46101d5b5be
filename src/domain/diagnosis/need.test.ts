import { describe, expect, it } from 'vitest';
import { changedFieldsOf, problemsOfNeed, type NeedFields } from './need.ts';

const today = '2026-03-10';
const sound: NeedFields = {
  problem: 'Riñas a la salida de los colegios',
  detail: null,
  groups: ['young-people'],
  groupWords: null,
  violence: 'youth',
  ecologicalLevel: null,
  factor: null,
  factorEffect: null,
  sourceKind: 'meeting',
  sourceTitle: 'Acta 4',
  sourceDate: null,
  sourceAddress: null,
  prioritisedOn: today,
  structureId: null,
  organisationId: null,
  office: 'Alcaldía',
  priority: 'high',
  priorityReason: 'Hay heridos',
};
const faults = (more: Partial<NeedFields>) =>
  problemsOfNeed({ ...sound, ...more }, today).map(({ code, field }) => [code, field]);

describe('a need', () => {
  it('is sound with a problem, whom it affects, a source, and who gave it priority when and why', () => {
    expect(faults({})).toEqual([]);
  });

  it.each([
    ['nobody affected', { groups: [] }, ['diagnosis.group-missing', 'groups']],
    ['another group without words', { groups: ['other'] }, ['diagnosis.group-words', 'groupWords']],
    ['a factor of unknown effect', { factor: 'Sin luz' }, ['diagnosis.factor-incomplete', 'factorEffect']],
    ['an effect of no factor', { factorEffect: 'risk' }, ['diagnosis.factor-incomplete', 'factor']],
    ['a script for a link', { sourceAddress: 'javascript:x' }, ['diagnosis.not-an-address', 'sourceAddress']],
    ['a source of tomorrow', { sourceDate: '2026-03-11' }, ['diagnosis.day-to-come', 'sourceDate']],
    ['a priority of tomorrow', { prioritisedOn: '2026-03-11' }, ['diagnosis.day-to-come', 'prioritisedOn']],
    ['nobody who gave it priority', { office: null }, ['diagnosis.prioritiser-missing', 'prioritisedBy']],
    [
      'two who did',
      { structureId: 'a', organisationId: 'b' },
      ['diagnosis.prioritiser-twice', 'prioritisedBy'],
    ],
  ] as const)('is questioned with %s', (_, more, fault) => {
    expect(faults(more)).toEqual([fault]);
  });

  it('may say more of a listed group in own words', () => {
    expect(faults({ groupWords: 'los que estudian de noche' })).toEqual([]);
  });

  it('has not changed when its groups only stand in another order', () => {
    const before: NeedFields = { ...sound, groups: ['women', 'migrants'] };
    expect(changedFieldsOf(before, { ...before, groups: ['migrants', 'women'] })).toEqual([]);
    expect(changedFieldsOf(before, { ...before, groups: ['women'], priority: 'low' })).toEqual([
      'groups',
      'priority',
    ]);
  });
});
