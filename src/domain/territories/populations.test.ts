import { describe, expect, it } from 'vitest';
import {
  latestFigure,
  parseSharedWith,
  sumPopulations,
  writeSharedWith,
  type PopulationFigure,
} from './populations.ts';

const own = (code: string, people: number, countedElsewhere = false): PopulationFigure => ({
  code,
  year: 2023,
  people,
  shared: null,
  countedElsewhere,
  method: 'census',
});
const shared = (code: string, codes: readonly string[], people: number): PopulationFigure => ({
  ...own(code, 0),
  people: null,
  shared: { codes, people },
});
const pair = ['0303', '0306'];
const figures = [own('0301', 100), shared('0303', pair, 50), shared('0306', pair, 50), own('0307', 7, true)];

describe('a sum of populations', () => {
  it('counts a joint figure once', () => {
    expect(sumPopulations(['0301', '0303', '0306'], figures)).toEqual({ people: 150, missing: [] });
  });

  it('does not divide a joint figure of which a part is outside', () => {
    expect(sumPopulations(['0301', '0303'], figures)).toEqual({ people: 100, missing: ['0303'] });
  });

  it('leaves out what is counted elsewhere', () => {
    expect(sumPopulations(['0301', '0307'], figures)).toEqual({ people: 100, missing: [] });
  });

  it('names those of which nothing is known', () => {
    expect(sumPopulations(['0301', '0399'], figures)).toEqual({ people: 100, missing: ['0399'] });
    expect(sumPopulations([], figures)).toEqual({ people: 0, missing: [] });
  });

  it('counts nobody twice when a territory is named twice', () => {
    expect(sumPopulations(['0301', '0301'], figures).people).toBe(100);
  });
});

describe('a joint figure', () => {
  it('has one spelling', () => {
    expect(writeSharedWith(['0306', '0303', '0306'])).toBe('0303+0306');
    expect(parseSharedWith('0303 + 0306')).toEqual(['0303', '0306']);
  });
});

const figure = (year: number, method: 'census' | 'estimate') => ({ year, method });

describe('the figure to show', () => {
  it('is of the latest year, counted rather than estimated', () => {
    expect(latestFigure([figure(2011, 'census'), figure(2016, 'estimate'), figure(2016, 'census')])).toEqual(
      figure(2016, 'census'),
    );
    expect(latestFigure([])).toBeUndefined();
  });
});
