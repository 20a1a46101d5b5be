import { describe, expect, it } from 'vitest';
import { parsePeriod, periodKinds, periodOf } from '#domain/indicators/period.ts';
import { readExchangePeriod, writeAdxPeriod, writeExchangePeriod } from './exchange-period.ts';
import { readPeriodCell } from './read-period-cell.ts';

describe('periods of other systems', () => {
  it.each([
    ['2017', 'year 2017-01-01'],
    ['201701', 'month 2017-01-01'],
    ['2017Q3', 'quarter 2017-07-01'],
    ['2017S2', 'semester 2017-07-01'],
    ['2017W5', 'week 2017-01-30'],
    ['20170131', 'day 2017-01-31'],
    ['2015-01-01/P1M', 'month 2015-01-01'],
    ['2015-04-01/P3M', 'quarter 2015-04-01'],
    ['20150101/P1Y', 'year 2015-01-01'],
    ['2015-01-05/P7D', 'week 2015-01-05'],
  ])('%s is read', (text, expected) => {
    const read = readPeriodCell(text, 'either');
    expect('period' in read ? `${read.period.kind} ${read.period.start}` : read.fault).toBe(expected);
  });

  it.each([
    '2017April',
    '2017AprilS1',
    '201701B',
    '2017WedW5',
    '2017BiW3',
    '2017NovQ1',
    '2015-01-02/P1M',
    '2015-04-01/P1Y',
  ])('%s is real and not kept here', (text) => {
    expect(readPeriodCell(text, 'either')).toEqual({ fault: 'period-unheld' });
  });

  it.each(['20170231', '2017-01-01/P1X', '2017-01-01/P1M/P1M', 'FYI', '201713'])('%s is none', (text) => {
    expect(readPeriodCell(text, 'either')).toEqual({ fault: 'not-a-period' });
  });

  it('are read as they are written, of every length', () => {
    for (const kind of periodKinds)
      for (const day of ['2024-01-01', '2024-07-15', '2020-12-31']) {
        const period = periodOf(kind, day);
        const written = writeExchangePeriod(period);
        expect(parsePeriod(written) ?? readExchangePeriod(written), written).toEqual(period);
        expect(readExchangePeriod(writeAdxPeriod(period))).toEqual(period);
      }
  });
});
