import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adds, axes, combine, combiningOf, ratioOf } from './composition.ts';
import { compositions } from './vocabulary.ts';

describe('figures', () => {
  it('that count add up over places, time and groups', () => {
    for (const axis of axes) expect(combine('count', axis, [3, 0, 4])).toBe(7);
    expect(combine('count', 'time', [])).toBeNull();
  });

  it('of a stock add up over places and groups, and of time the last one holds', () => {
    expect(combine('stock', 'places', [10, 20])).toBe(30);
    expect(combine('stock', 'time', [10, 20])).toBe(20);
  });

  it('of distinct persons or of a sample are never added: why is said', () => {
    const refusalOf = (composition: 'distinct' | 'estimate' | 'ratio' | 'computed') => {
      try {
        return combine(composition, 'places', [1, 2]);
      } catch (refusal) {
        return (refusal as { code: string }).code;
      }
    };
    expect(refusalOf('distinct')).toBe('indicators.persons-not-added');
    expect(refusalOf('estimate')).toBe('indicators.estimates-not-added');
    expect(refusalOf('ratio')).toBe('indicators.ratios-not-added');
    expect(refusalOf('computed')).toBe('indicators.computed-not-added');
  });

  it('add up over every axis, or over time as the last, or not at all', () => {
    for (const composition of compositions)
      expect(combiningOf(composition, 'places') === 'sum').toBe(adds(composition));
  });
});

describe('a ratio', () => {
  it('of a whole is made of the sums of its parts, and lies between those of its places', () => {
    const place = fc.record({ cases: fc.nat(50), people: fc.integer({ min: 1, max: 100_000 }) });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 8 }), (places) => {
        const sum = (pick: (one: (typeof places)[number]) => number) =>
          combine('count', 'places', places.map(pick));
        const whole = ratioOf(
          sum(({ cases }) => cases),
          sum(({ people }) => people),
          100_000,
        );
        const each = places.map(({ cases, people }) => ratioOf(cases, people, 100_000) ?? Number.NaN);
        expect(whole).toBeGreaterThanOrEqual(Math.min(...each) - 1e-6);
        expect(whole).toBeLessThanOrEqual(Math.max(...each) + 1e-6);
      }),
    );
  });

  it('is unknown where a part is, and where there is nothing to divide by: never zero', () => {
    expect(ratioOf(null, 100, 1)).toBeNull();
    expect(ratioOf(3, null, 1)).toBeNull();
    expect(ratioOf(3, 0, 1)).toBeNull();
    expect(ratioOf(0, 100, 1)).toBe(0);
  });
});
