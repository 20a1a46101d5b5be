import { describe, expect, it } from 'vitest';
import { pooledWindow } from './pooled-window.ts';

const year = (period: string, events: number | null, population = 8000) => ({
  period,
  events,
  population,
  years: 1,
});

describe('pooling years', () => {
  it('goes back only as far as it must', () => {
    const window = pooledWindow([year('2020', 9), year('2021', 2), year('2022', 1), year('2023', 3)]);
    expect(window).toMatchObject({ from: '2021', to: '2023', periods: 3, events: 6, persons: 24_000 });
    expect(window?.warnings).toEqual([]);
    expect(window?.rate.value).toBeCloseTo(25, 10);
  });

  it('pools nothing where one year is enough', () => {
    expect(pooledWindow([year('2022', 9), year('2023', 7)])).toMatchObject({ from: '2023', periods: 1 });
  });

  it('never reaches over a year without a report, and says what is missing then', () => {
    const window = pooledWindow([year('2020', 9), year('2021', null), year('2022', 1), year('2023', 2)]);
    expect(window).toMatchObject({ from: '2022', events: 3, warnings: ['few-events'] });
  });

  it('begins at the latest report', () => {
    expect(pooledWindow([year('2022', 6), year('2023', null)])).toMatchObject({ to: '2022' });
    expect(pooledWindow([year('2023', null)])).toBeNull();
    expect(pooledWindow([])).toBeNull();
  });

  it('goes no further than it may', () => {
    const series = ['2019', '2020', '2021', '2022', '2023'].map((period) => year(period, 1));
    expect(pooledWindow(series, { longest: 3 })).toMatchObject({ from: '2021', warnings: ['few-events'] });
    expect(pooledWindow(series)).toMatchObject({ from: '2019', warnings: [] });
  });

  it('has no rate where nobody lives', () => {
    expect(pooledWindow([year('2023', 0, 0)])).toBeNull();
  });
});
