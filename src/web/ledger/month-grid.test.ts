import { describe, expect, it } from 'vitest';
import { weeksOf } from './month-grid.ts';

describe('the weeks of a month', () => {
  it('begin on Monday and hold every day once', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
    expect(weeks.flat().filter(Boolean)).toHaveLength(30);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeksOf('2027-02')).toHaveLength(4);
  });
});
