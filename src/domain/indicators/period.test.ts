import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCalendarDays } from '#domain/shared/calendar.ts';
import {
  endOf,
  isMadeOf,
  parsePeriod,
  periodAfter,
  periodKinds,
  periodOf,
  periodsBetween,
  writePeriod,
} from './period.ts';

const day = fc.integer({ min: 0, max: 40_000 }).map((count) => addCalendarDays('1990-01-01', count));

describe('a period', () => {
  it('is read as people write it', () => {
    expect(parsePeriod('2024')).toEqual({ kind: 'year', start: '2024-01-01' });
    expect(parsePeriod('2024-S2')).toEqual({ kind: 'semester', start: '2024-07-01' });
    expect(parsePeriod('2024-T3')).toEqual({ kind: 'quarter', start: '2024-07-01' });
    expect(parsePeriod('2024Q3')).toEqual({ kind: 'quarter', start: '2024-07-01' });
    expect(parsePeriod('202407')).toEqual({ kind: 'month', start: '2024-07-01' });
    expect(parsePeriod('2020-W53')).toEqual({ kind: 'week', start: '2020-12-28' });
    for (const none of ['2021-W53', '2024-13', '2024-Q5', '2024-S3', '24', '', '2024-02-30'])
      expect(parsePeriod(none), none).toBeNull();
  });

  it('is read back as it was written, whatever its kind', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...periodKinds), (one, kind) => {
        const period = periodOf(kind, one);
        expect(parsePeriod(writePeriod(period))).toEqual(period);
        expect(period.start <= one && one <= endOf(period)).toBe(true);
        expect(periodAfter(periodAfter(period), -1)).toEqual(period);
      }),
    );
  });

  it('follows another without a gap', () => {
    expect(periodsBetween('quarter', '2023-11-30', '2024-07-01').map(writePeriod)).toEqual([
      '2023-Q4',
      '2024-Q1',
      '2024-Q2',
      '2024-Q3',
    ]);
  });

  it('is made of finer ones, but weeks do not make months', () => {
    expect(isMadeOf('year', 'month')).toBe(true);
    expect(isMadeOf('month', 'week')).toBe(false);
    expect(isMadeOf('week', 'day')).toBe(true);
    expect(isMadeOf('month', 'quarter')).toBe(false);
  });
});
