import { describe, expect, it } from 'vitest';
import { readFigures } from '../../tests/fixtures/statistics/read-figures.ts';
import { empiricalBayesLocal } from './empirical-bayes-local.ts';
import { empiricalBayesMarshall } from './empirical-bayes-marshall.ts';

const rows = readFigures('st-louis-homicides');
const areas = rows.map((row) => ({ events: row.number('homicides'), persons: row.number('population') }));
const neighbours = rows.map((row) => row.text('neighbours').split(' ').map(Number));

describe("Marshall's smoothing by neighbourhood", () => {
  it("gives esda's figures for homicides about St Louis", () => {
    const smoothed = empiricalBayesLocal(areas, neighbours);
    [4.01485749e-5, 3.62437513e-5, 4.93034844e-5, 5.09387329e-5, 3.7273521e-5].forEach((value, index) =>
      expect(smoothed[index]?.value).toBeCloseTo(value, 12),
    );
    expect(smoothed.every(({ basis }) => basis === 'neighbourhood')).toBe(true);
  });

  it('smooths an island as all areas are, and says so', () => {
    const cutOff = neighbours.map((list, index) => (index === 3 ? [] : list));
    const island = empiricalBayesLocal(areas, cutOff)[3];
    expect(island?.basis).toBe('all-areas');
    expect(island?.value).toBe(empiricalBayesMarshall(areas).areas[3]?.value);
  });

  it('says where there was no event all around, instead of dividing by nothing', () => {
    const quiet = areas.map((area) => ({ ...area, events: 0 }));
    expect(empiricalBayesLocal(quiet, neighbours)[0]).toEqual({
      value: 0,
      ownWeight: 0,
      mean: 0,
      basis: 'no-events',
    });
  });

  it('counts no area twice, however the lists are written', () => {
    const doubled = neighbours.map((list, index) => [...list, ...list, index]);
    expect(empiricalBayesLocal(areas, doubled)).toEqual(empiricalBayesLocal(areas, neighbours));
  });

  it('wants a list for each area', () => {
    expect(() => empiricalBayesLocal(areas, [])).toThrow(RangeError);
  });
});
