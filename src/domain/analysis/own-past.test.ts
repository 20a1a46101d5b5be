import { describe, expect, it } from 'vitest';
import { changeOf, type PastPoint } from './own-past.ts';

const years = (events: readonly (number | null)[], from = 2020): PastPoint[] =>
  events.map((count, index) => ({ start: `${from + index}-01-01`, events: count, persons: null }));

describe('the latest figure beside its own past', () => {
  it('says that three robberies more are within what chance brings', () => {
    expect(changeOf(years([4, 3, 5, 7]), 'year', '2024-06-01')).toMatchObject({
      verdict: 'within-chance',
      latest: { start: '2023-01-01', events: 7 },
      expected: 4,
    });
  });

  it('says so where it is more, or fewer, than chance brings', () => {
    expect(changeOf(years([40, 38, 44, 80]), 'year', '2024-06-01')?.verdict).toBe('more');
    expect(changeOf(years([40, 38, 44, 12]), 'year', '2024-06-01')?.verdict).toBe('fewer');
  });

  it('does not pretend to know where there are hardly any', () => {
    expect(changeOf(years([0, 1, 0, 2]), 'year', '2024-06-01')?.verdict).toBe('too-little');
  });

  it('leaves out a year that has not ended, and one that nobody told', () => {
    const change = changeOf(years([10, null, 12, 11, 2]), 'year', '2024-06-01');
    expect(change).toMatchObject({ latest: { events: 11 }, before: ['2020-01-01', '2022-01-01'] });
  });

  it('holds a month against the same month of other years', () => {
    const months: PastPoint[] = ['2022-01', '2022-07', '2023-01', '2023-07', '2024-01'].map(
      (month, index) => ({
        start: `${month}-01`,
        events: index % 2 === 0 ? 10 : 50,
        persons: null,
      }),
    );
    expect(changeOf(months, 'month', '2024-06-01')).toMatchObject({
      before: ['2022-01-01', '2023-01-01'],
      expected: 10,
    });
  });

  it('says nothing with less than two periods to hold it against', () => {
    expect(changeOf(years([10, 12]), 'year', '2024-06-01')).toBeNull();
    expect(changeOf([], 'year', '2024-06-01')).toBeNull();
  });

  it('allows for more people', () => {
    const grown = years([10, 10, 20]).map((point, index) => ({
      ...point,
      persons: index === 2 ? 2000 : 1000,
    }));
    expect(changeOf(grown, 'year', '2024-06-01')).toMatchObject({ expected: 20, verdict: 'within-chance' });
  });
});
