import { describe, expect, it } from 'vitest';
import { firstDayToOffer, nextChangeover } from './changeovers.ts';

const changeovers = [
  { levels: ['municipal', 'local'], first: '2024-05-01', everyYears: 4, verified: false },
  { levels: ['national'], first: '2026-05-08', everyYears: 4, verified: true },
];

describe('the day on which governments change', () => {
  it('is the next one of the level, the day itself included', () => {
    expect(nextChangeover(changeovers, 'municipal', '2026-03-10')).toEqual({
      on: '2028-05-01',
      verified: false,
    });
    expect(nextChangeover(changeovers, 'national', '2026-05-08')?.on).toBe('2026-05-08');
    expect(nextChangeover(changeovers, 'national', '2026-05-09')?.on).toBe('2030-05-08');
    expect(nextChangeover(changeovers, 'municipal', '2020-01-01')?.on).toBe('2020-05-01');
    expect(nextChangeover(changeovers, 'international', '2026-03-10')).toBeNull();
  });

  it('is offered a year before and two months after; otherwise today is', () => {
    expect(firstDayToOffer(changeovers, 'municipal', '2026-03-10')).toBe('2026-03-10');
    expect(firstDayToOffer(changeovers, 'municipal', '2027-06-01')).toBe('2028-05-01');
    expect(firstDayToOffer(changeovers, 'municipal', '2028-06-15')).toBe('2028-05-01');
    expect(firstDayToOffer(changeovers, 'municipal', '2028-09-01')).toBe('2028-09-01');
    expect(firstDayToOffer([], 'municipal', '2026-03-10')).toBe('2026-03-10');
  });
});
