import { describe, expect, it } from 'vitest';
import { readFigures } from '../../tests/fixtures/statistics/read-figures.ts';
import { moran } from './moran.ts';

describe("Moran's I", () => {
  it('of homicide rates about St Louis is what PySAL documents', () => {
    const rows = readFigures('st-louis-homicides');
    const found = moran(
      rows.map((row) => row.number('rate_1988')),
      rows.map((row) => row.text('neighbours').split(' ').map(Number)),
    );
    expect(found.value).toBeCloseTo(0.243656, 6);
    expect(found.expected).toBeCloseTo(-0.012987, 6);
  });

  it('is nothing where all areas are equal or alone', () => {
    expect(moran([2, 2], [[1], [0]]).value).toBe(0);
    expect(moran([1, 2], [[], []]).value).toBe(0);
  });
});
