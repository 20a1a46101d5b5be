import { describe, expect, it } from 'vitest';
import { silentFigure, type Figure } from './figure.ts';
import { joinPast, originOf, type Joining, type Step } from './own-line.ts';

const step = (predecessorId: number, successorId: number, kind: string): Step => ({
  predecessorId,
  successorId,
  kind,
  on: '2020-07-01',
});
const ancestry = (
  steps: readonly Step[],
  ended: readonly number[],
  validFrom: string | null = '2020-07-01',
) => originOf({ id: 9, validFrom, steps, endedIds: new Set(ended) });

describe('where a territory comes from', () => {
  it('is whole from what was renamed, and from what was merged', () => {
    expect(ancestry([step(1, 9, 'renamed')], [1])).toEqual({
      kind: 'whole',
      on: '2020-07-01',
      predecessorIds: [1],
    });
    expect(ancestry([step(1, 9, 'merged'), step(2, 9, 'merged')], [1, 2])).toMatchObject({
      kind: 'whole',
      predecessorIds: [1, 2],
    });
  });

  it('is a part of what was split, of what goes on, and of what went to others too', () => {
    expect(ancestry([step(1, 9, 'split'), step(1, 8, 'split')], [1])).toMatchObject({ kind: 'part' });
    expect(ancestry([step(1, 9, 'transferred')], [])).toMatchObject({ kind: 'part' });
    expect(ancestry([step(1, 9, 'merged'), step(1, 8, 'merged')], [1])).toMatchObject({ kind: 'part' });
  });

  it('has grown where it was there before; without history there is nothing to say', () => {
    expect(ancestry([step(1, 9, 'merged')], [1], null)).toMatchObject({ kind: 'grew', on: '2020-07-01' });
    expect(ancestry([], [])).toBeNull();
  });
});

describe('a line that is joined', () => {
  const yearly: Joining = {
    on: '2020-07-01',
    period: 'year',
    isFiner: true,
    multiplier: null,
    isStock: false,
  };
  const figure = (territoryId: number, year: number, value: number | Figure['state']): Figure => {
    const cell = { seriesId: 1, territoryId, period: `${year}-01-01`, disaggregationId: 0 };
    return typeof value === 'number'
      ? { ...silentFigure(cell, 'value'), value, reported: 1 }
      : silentFigure(cell, value);
  };
  const own = [figure(9, 2019, 'not-applicable'), figure(9, 2020, 6), figure(9, 2021, 15)];
  const join = (past: readonly (readonly Figure[])[], joining = yearly) =>
    joinPast(own, past, joining).map(({ state, territoryId, value }) => [territoryId, value, state]);

  it('adds up those who became it; the year of the change has a share of each', () => {
    const past = [
      [figure(1, 2019, 4), figure(1, 2020, 2)],
      [figure(2, 2019, 7), figure(2, 2020, 3)],
    ];
    expect(join(past)).toEqual([
      [9, 11, 'value'],
      [9, 11, 'value'],
      [9, 15, 'value'],
    ]);
    // Told by the year, the year of the change is as it was told.
    expect(join(past, { ...yearly, isFiner: false })[1]).toEqual([9, 6, 'value']);
  });

  it('is as the smallest, the silent or the suppressed of them: nothing is told by subtraction', () => {
    expect(join([[figure(1, 2019, 'protected')], [figure(2, 2019, 7)]])[0]).toEqual([9, null, 'protected']);
    expect(join([[figure(1, 2019, 'withheld')], [figure(2, 2019, 7)]])[0]).toEqual([9, null, 'withheld']);
    expect(join([[], [figure(2, 2019, 7)]])[0]).toEqual([9, null, 'not-reported']);
  });

  it('makes a rate anew from the parts, and shows one wider territory’s figure once', () => {
    const rate = (id: number, numerator: number, denominator: number): Figure => ({
      ...figure(id, 2019, (numerator / denominator) * 1000),
      parts: { numerator, denominator },
    });
    expect(join([[rate(1, 2, 1000)], [rate(2, 4, 500)]], { ...yearly, multiplier: 1000 })[0]).toEqual([
      9,
      4,
      'value',
    ]);
    const held = (id: number): Figure => ({ ...figure(id, 2019, 50), heldAt: 5 });
    expect(join([[held(1)], [held(2)]])[0]).toEqual([9, 50, 'value']);
  });
});
