import { expect, it } from 'vitest';
import { lastQuarter, quarterDue, quarterOf } from './bulletin.ts';

it('knows a quarter by either way of writing it, and none that has not begun', () => {
  expect(quarterOf('2026-Q3', '2026-11-26')).toEqual({
    text: '2026-Q3',
    from: '2026-07-01',
    to: '2026-09-30',
  });
  expect(quarterOf('2026-T3', '2026-11-26')?.text).toBe('2026-Q3');
  expect(quarterOf('2026-Q4', '2026-11-26')?.to).toBe('2026-12-31');
  expect(quarterOf('2027-Q1', '2026-11-26')).toBeNull();
  expect(quarterOf('2026', '2026-11-26')).toBeNull();
  expect(quarterOf('mañana', '2026-11-26')).toBeNull();
});

it('means the last quarter that is over where none is named', () => {
  expect(lastQuarter('2026-11-26')).toBe('2026-Q3');
  expect(lastQuarter('2026-01-01')).toBe('2025-Q4');
});

it('is made by itself from the chosen day after the quarter on, also when that day was missed', () => {
  expect(quarterDue('2026-10-09', 10)).toBeNull();
  expect(quarterDue('2026-10-10', 10)).toBe('2026-07-01');
  expect(quarterDue('2026-12-31', 10)).toBe('2026-07-01');
  expect(quarterDue('2027-01-01', 1)).toBe('2026-10-01');
});
