import { describe, expect, it } from 'vitest';
import { problemsOfElement, type ElementFields } from './element.ts';
import { problemsOfLevels, type LevelName } from './levels.ts';
import { inReadingOrder, pathOf, placeUnder, refuseCodeTwice, refuseMove } from './tree.ts';
import { parseTargets, writeTargets } from './targets.ts';

const level = (kind: LevelName['kind']): LevelName => ({ es: kind, en: kind, kind });
const levels = [level('axis'), level('objective'), level('line')];
const placed = (id: string, parentId: string | null, depth: number, code: string | null = null) => ({
  id,
  parentId,
  level: depth,
  code,
  position: 0,
});
const tree = [
  placed('axis', null, 1, '1'),
  placed('goal', 'axis', 2, '1.1'),
  placed('line', 'goal', 3, '1.1.1'),
  placed('axis2', null, 1, '2'),
  placed('goal2', 'axis2', 2, '2.1'),
];

describe('the levels of a strategy', () => {
  it('go from axes to objectives to one of lines, which may be all there is', () => {
    expect(problemsOfLevels(levels)).toEqual([]);
    expect(problemsOfLevels([level('line')])).toEqual([]);
    expect(problemsOfLevels([level('axis'), level('objective'), level('objective'), level('line')])).toEqual(
      [],
    );
    for (const wrong of [[], [level('axis')], [level('line'), level('axis')], [level('line'), level('line')]])
      expect(problemsOfLevels(wrong)).toMatchObject([{ code: 'strategy.levels-end-in-lines' }]);
    expect(problemsOfLevels([level('objective'), level('axis'), level('line')])).toMatchObject([
      { code: 'strategy.levels-out-of-order' },
    ]);
  });
});

describe('the tree of a version', () => {
  it('gives an element the kind of its level, and nothing stands under a line', () => {
    expect(placeUnder(tree, null, levels)).toEqual({ level: 1, kind: 'axis' });
    expect(placeUnder(tree, 'goal', levels)).toEqual({ level: 3, kind: 'line' });
    expect(() => placeUnder(tree, 'line', levels)).toThrow('strategy.too-deep');
    expect(() => placeUnder(tree, 'foreign', levels)).toThrow('strategy.parent-elsewhere');
  });

  it('lets an element move within its level, never under itself', () => {
    const [axis, goal, line] = tree;
    if (!axis || !goal || !line) throw new Error('no tree');
    expect(() => refuseMove(tree, line, 'goal2', levels)).not.toThrow();
    expect(() => refuseMove(tree, goal, 'axis2', levels)).not.toThrow();
    expect(() => refuseMove(tree, axis, 'line', levels)).toThrow('strategy.under-itself');
    expect(() => refuseMove(tree, goal, 'goal', levels)).toThrow('strategy.under-itself');
    expect(() => refuseMove(tree, axis, 'axis2', levels)).toThrow('strategy.other-level');
    expect(() => refuseMove(tree, line, 'foreign', levels)).toThrow('strategy.parent-elsewhere');
  });

  it('has a code once under one parent, and again elsewhere', () => {
    const wanted = (parentId: string | null, code: string | null) => ({ id: null, parentId, code });
    expect(() => refuseCodeTwice(tree, wanted('axis', '1.1'))).toThrow('strategy.code-twice');
    expect(() => refuseCodeTwice(tree, wanted('axis2', '1.1'))).not.toThrow();
    expect(() => refuseCodeTwice(tree, wanted('axis', null))).not.toThrow();
    expect(() => refuseCodeTwice(tree, { id: 'goal', parentId: 'axis', code: '1.1' })).not.toThrow();
  });

  it('is read from the top down', () => {
    expect(inReadingOrder(tree.toReversed()).map(({ id }) => id)).toEqual([
      'axis',
      'goal',
      'line',
      'axis2',
      'goal2',
    ]);
    const [, , line] = tree;
    expect(line && pathOf(tree, line).map(({ id }) => id)).toEqual(['axis', 'goal']);
  });
});

describe('an element by itself', () => {
  const fields: ElementFields = {
    code: null,
    title: 'Planes locales',
    description: null,
    preventionLevel: null,
    preventionTypes: [],
    inspire: [],
    ecologicalLevels: [],
    roles: [],
    indicators: [],
  };
  const indicator = {
    title: 'Planes',
    unit: 'planes',
    direction: 'up',
    source: null,
    baselineValue: null,
    baselineYear: null,
    targets: [],
  } as const;

  it('has targets within the period, one a year, and a baseline whose year is known', () => {
    const wrong = {
      ...fields,
      indicators: [
        {
          ...indicator,
          baselineValue: 3,
          targets: [
            { year: 2016, value: 1 },
            { year: 2020, value: 2 },
            { year: 2020, value: 3 },
          ],
        },
        { ...indicator, title: 'PLANES' },
      ],
      roles: [
        { organisationId: 'a', role: 'lead' },
        { organisationId: 'a', role: 'support' },
      ] as const,
    };
    expect(problemsOfElement(wrong, { from: 2017, to: 2030 }).map(({ code }) => code)).toEqual([
      'strategy.role-twice',
      'strategy.indicator-twice',
      'strategy.baseline-incomplete',
      'strategy.target-outside-period',
      'strategy.target-twice',
    ]);
    expect(problemsOfElement(fields, { from: 2017, to: 2030 })).toEqual([]);
  });

  it('has targets that can be written as one text and read again', () => {
    expect(parseTargets('2026: 40; 2030=81,5')).toEqual({
      targets: [
        { year: 2026, value: 40 },
        { year: 2030, value: 81.5 },
      ],
    });
    expect(parseTargets('2026: muchos')).toEqual({ unknown: '2026: muchos' });
    expect(parseTargets(writeTargets([{ year: 2026, value: -1.5 }]))).toEqual({
      targets: [{ year: 2026, value: -1.5 }],
    });
  });
});
