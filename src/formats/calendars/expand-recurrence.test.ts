import { describe, expect, it } from 'vitest';
import { expandRecurrence } from './expand-recurrence.ts';

const expand = (rule: string, until: string | null = null, from = '2026-01-31') =>
  expandRecurrence({ rule, from, until });

describe('the due days of a rule', () => {
  it('are as many as it counts', () => {
    expect(expand('FREQ=MONTHLY;COUNT=3', null, '2026-01-15')).toEqual([
      '2026-01-15',
      '2026-02-15',
      '2026-03-15',
    ]);
    expect(expand('RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2', null, '2026-01-05')).toEqual([
      '2026-01-05',
      '2026-01-19',
    ]);
  });

  it('skip months that do not have the day, as iCalendar says', () => {
    expect(expand('FREQ=MONTHLY;COUNT=2')).toEqual(['2026-01-31', '2026-03-31']);
  });

  it('end with the rule or with the agreement, whichever comes first', () => {
    expect(expand('FREQ=MONTHLY;BYMONTHDAY=-1', '2026-03-31')).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
    ]);
    expect(expand('FREQ=MONTHLY;UNTIL=20260301;BYMONTHDAY=-1', '2026-12-31')).toEqual([
      '2026-01-31',
      '2026-02-28',
    ]);
    expect(expand('FREQ=YEARLY;COUNT=9', '2027-06-30')).toEqual(['2026-01-31', '2027-01-31']);
  });

  it('are refused when the rule never ends and nothing bounds it', () => {
    expect(() => expand('FREQ=MONTHLY')).toThrow('commitments.rule-endless');
    expect(() => expand('FREQ=MONTHLY', '2026-12-31')).not.toThrow();
  });

  it('are refused beyond what anybody could follow', () => {
    expect(() => expand('FREQ=DAILY;COUNT=367')).toThrow('commitments.rule-too-many');
    expect(expand('FREQ=DAILY;COUNT=366')).toHaveLength(366);
    expect(() => expand('FREQ=DAILY;UNTIL=99991231')).toThrow('commitments.rule-too-many');
    expect(() => expand('FREQ=YEARLY;COUNT=100')).toThrow('commitments.rule-too-many');
  });

  it.each([
    'cada mes',
    '',
    'FREQ=HOURLY;COUNT=2',
    'FREQ=MONTHLY;COUNT=0',
    'FREQ=MONTHLY;INTERVAL=0;COUNT=2',
    'FREQ=MONTHLY;COUNT=2;UNTIL=20260101',
    'FREQ=MONTHLY;BYDAY=XX;COUNT=2',
    'FREQ=MONTHLY;UNTIL=mañana',
    'DTSTART:20260101\nRRULE:FREQ=DAILY',
    'FREQ=MONTHLY;FREQ=DAILY;COUNT=2',
  ])('are refused where the rule says nothing: "%s"', (rule) => {
    expect(() => expand(rule)).toThrow('commitments.rule-invalid');
  });

  it('are refused when there is none', () => {
    expect(() => expand('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2036-01-01')).toThrow(
      'commitments.rule-empty',
    );
  });
});
