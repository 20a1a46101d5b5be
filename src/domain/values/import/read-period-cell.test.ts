import { describe, expect, it } from 'vitest';
import { writePeriod } from '#domain/indicators/period.ts';
import {
  dayOrderOf,
  periodInTitle,
  periodOfParts,
  readMonth,
  readPartOfYear,
  readPeriodCell,
  type ReadPeriod,
} from './read-period-cell.ts';

const written = (read: ReadPeriod) => ('period' in read ? writePeriod(read.period) : read.fault);

describe('a cell that names a period', () => {
  it('is read as offices write it', () => {
    for (const [text, period] of [
      ['2018', '2018'],
      ['2018.0', '2018'],
      ['2024-07', '2024-07'],
      ['Enero 2024', '2024-01'],
      ['setiembre de 2023', '2023-09'],
      ['ene-24', '2024-01'],
      ['T1 2024', '2024-Q1'],
      ['I trimestre 2024', '2024-Q1'],
      ['Segundo semestre de 2023', '2023-S2'],
      ['2015-01-15', '2015-01-15'],
      ['2015-01-15 00:00:00', '2015-01-15'],
      ['25/04/2024', '2024-04-25'],
      ['04/25/2024', '2024-04-25'],
    ] as const)
      expect(written(readPeriodCell(text, 'either')), text).toBe(period);
  });

  it('is asked about where day and month could be each other, unless the column tells', () => {
    expect(written(readPeriodCell('03/04/2024', 'either'))).toBe('ambiguous-day');
    expect(written(readPeriodCell('03/04/2024', 'day-first'))).toBe('2024-04-03');
    expect(written(readPeriodCell('03/04/2024', 'month-first'))).toBe('2024-03-04');
    expect(written(readPeriodCell('03/03/2024', 'either'))).toBe('2024-03-03');
    expect(dayOrderOf(['03/04/2024', '25/04/2024'])).toBe('day-first');
    expect(dayOrderOf(['25/04/2024', '04/25/2024'])).toBe('mixed');
    expect(dayOrderOf(['03/04/2024'])).toBe('either');
  });

  it('that names none is refused', () => {
    for (const text of ['Total', '31/02/2024', '2024-13'])
      expect(written(readPeriodCell(text, 'day-first')), text).toBe('not-a-period');
  });

  it('may be two cells, a year and a month', () => {
    expect(written(periodOfParts('2017', 'Enero'))).toBe('2017-01');
    expect(written(periodOfParts('2017', null))).toBe('2017');
    expect(written(periodOfParts('2017', '13'))).toBe('not-a-period');
    expect(readMonth('SEP.')).toBe(9);
  });
});

describe('a title', () => {
  it('names a year, or a month of it, where it names one alone', () => {
    expect(periodInTitle('Homicidios de enero de 2024')).toEqual({ kind: 'month', start: '2024-01-01' });
    expect(periodInTitle('homicidios_2024.xlsx')).toEqual({ kind: 'year', start: '2024-01-01' });
    expect(periodInTitle('pa_homicidios_2017_2024.csv')).toBeNull();
    expect(periodInTitle('enero a marzo de 2024')).toBeNull();
    expect(periodInTitle('Homicidios por provincia')).toBeNull();
  });
});

describe('a part of a year', () => {
  it('is a month, a quarter or a semester without its year', () => {
    expect(readPartOfYear('Enero', '2024')).toEqual({ kind: 'month', start: '2024-01-01' });
    expect(readPartOfYear('II trimestre', '2024')).toEqual({ kind: 'quarter', start: '2024-04-01' });
    expect(readPartOfYear('T4', '2024')).toEqual({ kind: 'quarter', start: '2024-10-01' });
    for (const none of ['12', '2024', 'Total', 'enero 2023'])
      expect(readPartOfYear(none, '2024'), none).toBeNull();
  });
});
