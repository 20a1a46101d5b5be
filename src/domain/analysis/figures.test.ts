import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '#domain/values/figure.ts';
import { countingOf, uncertaintyOf } from '#domain/values/uncertainty.ts';
import { bandPath, linePath, logScaleOf, roundTicks, runsOf, scaleOf } from './chart-scale.ts';
import { pivot, type Place } from './pivot.ts';
import { poolPeriods } from './pool-periods.ts';
import { classOfValue, valueClasses } from './value-classes.ts';

const figure = (given: Partial<Figure>): Figure => ({
  seriesId: 1,
  territoryId: 1,
  period: '2024-01-01',
  disaggregationId: 0,
  value: null,
  state: 'value',
  reported: 1,
  withheld: 0,
  heldAt: null,
  parts: null,
  estimate: null,
  reporting: null,
  ...given,
});

describe('how sure a figure is', () => {
  it('of counted events is the exact interval of their number', () => {
    const { interval } = uncertaintyOf(figure({ value: 10 }), 'events', 1);
    expect([interval?.lower, interval?.upper].map((bound) => bound?.toFixed(4))).toEqual([
      '4.7954',
      '18.3904',
    ]);
  });

  it('of a rate is that of its events by its people, with a warning where they are few', () => {
    const found = uncertaintyOf(
      figure({ value: 37.5, parts: { numerator: 3, denominator: 8000 } }),
      'event-rate',
      100_000,
    );
    expect([found.interval?.lower.toFixed(1), found.interval?.upper.toFixed(1)]).toEqual(['7.7', '109.6']);
    expect(found.warnings).toEqual(['few-events']);
  });

  it('of an estimate is what its source says, which wins over counting', () => {
    const estimate = {
      method: 'taylor' as const,
      interval: { lower: 25.1, upper: 34.6 },
      standardError: 2.4,
      answers: 412,
    };
    const found = uncertaintyOf(figure({ value: 29.8, estimate }), 'other', 1);
    expect([found.interval, found.method]).toEqual([{ lower: 25.1, upper: 34.6 }, 'taylor']);
    expect(uncertaintyOf(figure({ value: 29.8 }), 'other', 1).interval).toBeNull();
  });

  it('is not known of money, percentages, or what is not shown', () => {
    expect(uncertaintyOf(figure({ value: 10 }), 'other', 1).interval).toBeNull();
    expect(uncertaintyOf(figure({ state: 'protected' }), 'events', 1).interval).toBeNull();
    const measure = { topic: 'property', countsPeople: true, isByPopulation: false };
    expect(countingOf({ ...measure, topic: 'coordination', composition: 'count', multiplier: 1 })).toBe(
      'other',
    );
    expect(countingOf({ ...measure, composition: 'ratio', multiplier: 100 })).toBe('other');
    expect(countingOf({ ...measure, composition: 'ratio', multiplier: 1000 })).toBe('event-rate');
    expect(countingOf({ ...measure, composition: 'count', countsPeople: false, multiplier: 1 })).toBe(
      'other',
    );
  });
});

describe('periods taken together', () => {
  it('add events and people, and leave out what nobody told', () => {
    const pooled = poolPeriods(
      [
        figure({ value: 1, parts: { numerator: 4, denominator: 8000 } }),
        figure({ state: 'not-reported' }),
        figure({ value: 1, parts: { numerator: 3, denominator: 8000 } }),
      ],
      100_000,
    );
    expect(pooled).toMatchObject({ value: 43.75, parts: { numerator: 7, denominator: 16_000 } });
  });

  it('are protected where one of them is', () => {
    const parts = { numerator: 9, denominator: 8000 };
    expect(poolPeriods([figure({ value: 1, parts }), figure({ state: 'protected' })], 1)).toMatchObject({
      state: 'protected',
      value: null,
      parts: null,
    });
  });
});

describe('classes of values', () => {
  it('have round bounds, hold every value, and are five', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
        const classes = valueClasses(values);
        expect(classes).toHaveLength(5);
        for (const value of values) expect(classOfValue(value, classes), String(value)).not.toBeNull();
      }),
    );
    expect(valueClasses([3, 48]).map(({ from }) => from)).toEqual([0, 10, 20, 30, 40]);
  });

  it('hold values that lie closer together than can be written', () => {
    for (const values of [
      [0, 1.5e-323],
      [7, 7],
      [1e6, 1e6 + 1e-9],
      [1e17, 1e17 + 32],
      [-3, -3 + 1e-13],
    ])
      for (const value of values)
        expect(classOfValue(value, valueClasses(values)), String(values)).not.toBeNull();
  });

  it('are none where there are no values', () => {
    expect(valueClasses([])).toEqual([]);
  });
});

describe('a table turned about', () => {
  const at = (territory: string, period: string): { place: Place } => ({
    place: { indicator: 'HOM', territory, period, group: '' },
  });

  it('has one axis across and the others down, in the order in which they come', () => {
    const cells = [at('b', '2023'), at('b', '2024'), at('a', '2024')];
    expect(pivot(cells, 'period')).toMatchObject({ by: ['territory'], columns: ['2023', '2024'] });
    expect(pivot(cells, 'period').rows.map(({ cells: row }) => row.map((cell) => cell !== null))).toEqual([
      [true, true],
      [false, true],
    ]);
    expect(pivot(cells, 'territory')).toMatchObject({ by: ['period'], columns: ['b', 'a'] });
  });
});

describe('a chart', () => {
  it('begins at zero, ends at a round number, and is marked at round numbers', () => {
    const scale = scaleOf([3, 47], { from: 100, to: 0 });
    expect(scale).toMatchObject({ ticks: [0, 10, 20, 30, 40, 50], low: 0, high: 50 });
    expect([scale.at(0), scale.at(25), scale.at(50)]).toEqual([100, 50, 0]);
    expect(roundTicks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });

  it('breaks its line where a figure is missing', () => {
    expect(linePath([[0, 1], [1, 2], null, [3, 4]])).toBe('M0,1L1,2M3,4');
    expect(runsOf([1, null, null, 2, 3])).toEqual([[1], [2, 3]]);
    expect(bandPath([{ x: 0, low: 2, high: 1 }])).toBe('');
  });

  it('shows sizes that differ by a thousand times on one line', () => {
    const scale = logScaleOf([1000, 1_000_000], { from: 0, to: 300 });
    expect([scale.at(1000), scale.at(1_000_000)]).toEqual([0, 300]);
    expect(scale.ticks).toContain(10_000);
  });
});
