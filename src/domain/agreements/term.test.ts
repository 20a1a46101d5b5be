import { describe, expect, it } from 'vitest';
import { endOfTerm, lastDayOfTerm, monthsLater } from './term.ts';

describe('a term', () => {
  it('counted in months ends on the day before the same day, or on the last of a shorter month', () => {
    expect(monthsLater('2026-01-31', 1)).toBe('2026-02-28');
    expect(monthsLater('2027-12-15', 2)).toBe('2028-02-15');
    expect(lastDayOfTerm('2026-07-01', 24)).toBe('2028-06-30');
  });

  it('ends on the day that is named, else when its months are over, else nobody knows yet', () => {
    expect(endOfTerm({ effectiveOn: null, endsOn: '2028-01-01', termMonths: 24 })).toBe('2028-01-01');
    expect(endOfTerm({ effectiveOn: '2026-07-01', endsOn: null, termMonths: 12 })).toBe('2027-06-30');
    expect(endOfTerm({ effectiveOn: null, endsOn: null, termMonths: 12 })).toBeNull();
    expect(endOfTerm({ effectiveOn: null, endsOn: null, termMonths: 12 }, '2026-01-01')).toBe('2026-12-31');
  });
});
