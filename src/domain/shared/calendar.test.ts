import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCalendarDays,
  addWorkingDays,
  dayIn,
  daysFrom,
  dueInstant,
  endOfPeriod,
  isWorkingDay,
} from './calendar.ts';

const none = new Set<string>();
const someDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addCalendarDays('1995-01-01', days));

describe('days that count', () => {
  it('leave out Saturdays, Sundays and holidays, and the day from which one counts', () => {
    // 2026-11-06 is a Friday; the 10th is a holiday in the example.
    expect(addWorkingDays('2026-11-06', 1, none)).toBe('2026-11-09');
    expect(addWorkingDays('2026-11-06', 2, new Set(['2026-11-10']))).toBe('2026-11-11');
    expect(addWorkingDays('2026-11-09', -1, none)).toBe('2026-11-06');
    expect(addWorkingDays('2026-11-07', 0, none)).toBe('2026-11-07');
  });

  it('are all of them where the period says calendar days', () => {
    expect(endOfPeriod('2026-02-20', { count: 15, kind: 'calendar' }, none)).toBe('2026-03-07');
    expect(endOfPeriod('2026-02-20', { count: 15, kind: 'working' }, none)).toBe('2026-03-13');
  });

  it('end on a working day with exactly so many working days behind it, wherever one begins', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 60 }), fc.array(someDay), (day, count, list) => {
        const holidays = new Set(list);
        const end = addWorkingDays(day, count, holidays);
        const between = Array.from({ length: daysFrom(day, end) }, (_, index) =>
          addCalendarDays(day, index + 1),
        );
        expect(isWorkingDay(end, holidays)).toBe(true);
        expect(between.filter((one) => isWorkingDay(one, holidays))).toHaveLength(count);
      }),
    );
  });

  it('are counted there and back', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
        expect(daysFrom(day, addCalendarDays(day, count))).toBe(count);
      }),
    );
  });
});

describe('the end of a day', () => {
  it('is midnight where the territory is', () => {
    expect(dueInstant('2026-11-30', 'America/Panama').toISOString()).toBe('2026-12-01T05:00:00.000Z');
    expect(dueInstant('2026-11-30', 'America/Costa_Rica').toISOString()).toBe('2026-12-01T06:00:00.000Z');
  });

  it('is right on the days on which clocks change', () => {
    // Madrid goes from +1 to +2 in the small hours of 29 March 2026, and back on 25 October.
    expect(dueInstant('2026-03-28', 'Europe/Madrid').toISOString()).toBe('2026-03-28T23:00:00.000Z');
    expect(dueInstant('2026-03-29', 'Europe/Madrid').toISOString()).toBe('2026-03-29T22:00:00.000Z');
    expect(dueInstant('2026-10-25', 'Europe/Madrid').toISOString()).toBe('2026-10-25T23:00:00.000Z');
  });
});

describe('the day of a moment', () => {
  it('is the one on the calendar where the clock hangs', () => {
    const moment = new Date('2026-03-11T01:30:00.500Z');
    expect(dayIn(moment, 'America/Panama')).toBe('2026-03-10');
    expect(dayIn(moment, 'UTC')).toBe('2026-03-11');
    expect(dayIn(new Date('2026-12-31T12:00:00Z'), 'Pacific/Kiritimati')).toBe('2027-01-01');
  });

  it('is over in the instant in which the day is over', () => {
    const zones = fc.constantFrom('America/Panama', 'Europe/Madrid', 'Asia/Kolkata', 'UTC');
    fc.assert(
      fc.property(someDay, zones, (day, zone) => {
        const end = dueInstant(day, zone).getTime();
        expect(dayIn(new Date(end - 1), zone)).toBe(day);
        expect(dayIn(new Date(end), zone)).toBe(addCalendarDays(day, 1));
      }),
    );
  });
});
