import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFigures } from '../../tests/fixtures/statistics/read-figures.ts';
import { hasOutsideData, outsideData } from '../../tests/outside-data.ts';
import { empiricalBayesMarshall } from './empirical-bayes-marshall.ts';

const carolina = readFigures('nc-sids');
const sids = empiricalBayesMarshall(
  carolina.map((row) => ({ events: row.number('deaths'), persons: row.number('births') })),
);

describe("Marshall's smoothing over all areas", () => {
  it("finds the mean and variance that spdep's pages give for infant deaths in Auckland", () => {
    const rows = readFigures('auckland-infants');
    const { mean, variance } = empiricalBayesMarshall(
      rows.map((row) => ({ events: row.number('deaths'), persons: 9 * row.number('children') })),
    );
    expect(rows).toHaveLength(167);
    expect(variance).toBeCloseTo(7.284173e-7, 13);
    expect(mean).toBeCloseTo(0.002633436, 9);
  });

  it("gives esda's figures for homicides about St Louis", () => {
    const { mean, variance, areas } = empiricalBayesMarshall(
      readFigures('st-louis-homicides').map((row) => ({
        events: row.number('homicides'),
        persons: row.number('population'),
      })),
    );
    expect(mean).toBeCloseTo(1.0236432e-4, 11);
    expect(variance).toBeCloseTo(1.6921198e-8, 15);
    const expected = [2.3671895e-5, 4.54539167e-5, 4.78114019e-5, 2.76907146e-5, 6.58989323e-5];
    expected.forEach((value, index) => expect(areas[index]?.value).toBeCloseTo(value, 12));
  });

  it('finds the mean and variance of sudden infant deaths in North Carolina', () => {
    expect(sids.mean).toBeCloseTo(0.00202144489, 11);
    expect(sids.variance).toBeCloseTo(7.69293e-7, 12);
    expect(sids.clipped).toBe(false);
  });

  it.each([
    ['Anson', 9.5541, 4.8388],
    ['Northampton', 6.3336, 3.5349],
    ['Robeson', 3.9295, 3.4528],
    ['Halifax', 4.9889, 3.7384],
    ['Bertie', 4.5317, 2.8625],
    ['Mecklenburg', 2.0382, 2.0364],
    ['Alleghany', 0, 1.7054],
    ['Tyrrell', 0, 1.8471],
  ])('draws %s from %s to %s per 1,000', (county, raw, smoothed) => {
    const place = carolina.findIndex((row) => row.text('county') === county);
    const row = carolina[place];
    expect(1000 * ((row?.number('deaths') ?? 0) / (row?.number('births') ?? 1))).toBeCloseTo(raw, 4);
    expect(1000 * (sids.areas[place]?.value ?? 0)).toBeCloseTo(smoothed, 4);
  });

  it('has Anson as the highest and Forsyth as the lowest of the hundred counties', () => {
    const values = sids.areas.map(({ value }) => 1000 * value);
    expect(carolina[values.indexOf(Math.max(...values))]?.text('county')).toBe('Anson');
    expect(carolina[values.indexOf(Math.min(...values))]?.text('county')).toBe('Forsyth');
    expect(Math.min(...values)).toBeCloseTo(1.057, 4);
    expect(carolina.filter((row) => row.number('deaths') === 0)).toHaveLength(13);
  });

  it('smooths relative risks too, where people are expected cases', () => {
    const { mean, variance, areas } = empiricalBayesMarshall(
      readFigures('scotland-lip-cancer').map((row) => ({
        events: row.number('cases'),
        persons: row.number('expected'),
      })),
    );
    expect(mean).toBeCloseTo(0.99963, 5);
    expect(variance).toBeCloseTo(0.8027, 4);
    [3.8728, 4.0466, 2.8843, 2.7354, 2.9295].forEach((value, index) =>
      expect(areas[index]?.value).toBeCloseTo(value, 4),
    );
  });

  it('never leaves the span between an area and the mean, also where areas are alike', () => {
    const area = fc.record({ events: fc.nat(50), persons: fc.integer({ min: 50, max: 5000 }) });
    fc.assert(
      fc.property(fc.array(area, { minLength: 1, maxLength: 30 }), (areas) => {
        const { mean, variance, areas: smoothed } = empiricalBayesMarshall(areas);
        expect(variance).toBeGreaterThanOrEqual(0);
        smoothed.forEach(({ value, ownWeight }, index) => {
          const raw = (areas[index]?.events ?? 0) / (areas[index]?.persons ?? 1);
          expect(ownWeight).toBeGreaterThanOrEqual(0);
          expect(ownWeight).toBeLessThanOrEqual(1);
          expect(value).toBeGreaterThanOrEqual(Math.min(raw, mean) - 1e-12);
          expect(value).toBeLessThanOrEqual(Math.max(raw, mean) + 1e-12);
        });
      }),
    );
  });

  it('clips where chance alone explains the differences, and gives an empty area the mean', () => {
    const { clipped, areas, mean } = empiricalBayesMarshall([
      { events: 10, persons: 1000 },
      { events: 10, persons: 1000 },
      { events: 0, persons: 0 },
    ]);
    expect(clipped).toBe(true);
    expect(areas.map(({ value }) => value)).toEqual([mean, mean, mean]);
  });
});

describe.skipIf(!hasOutsideData)('the figures beside the clone', () => {
  it('are those of this test', () => {
    const rows = readFigures('nc_sids', outsideData('oracles/nc_sids.csv'));
    expect(rows.map((row) => [row.number('SID74'), row.number('BIR74')])).toEqual(
      carolina.map((row) => [row.number('deaths'), row.number('births')]),
    );
    expect(rows.reduce((sum, row) => sum + row.number('SID74'), 0)).toBe(667);
    expect(rows.reduce((sum, row) => sum + row.number('BIR74'), 0)).toBe(329_962);
  });
});
