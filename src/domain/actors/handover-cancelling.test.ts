import { describe, expect, it } from 'vitest';
import { refuseCancelling } from './handover-cancelling.ts';

const waiting = { on: '2026-07-01', isPassed: false, isCancelled: false };
const codeOf = (handover: typeof waiting, today: string) => {
  try {
    refuseCancelling(handover, today);
    return null;
  } catch (problem) {
    return (problem as { code: string }).code;
  }
};

describe('calling a handover off', () => {
  it('is possible until the day before', () => {
    expect(codeOf(waiting, '2026-06-30')).toBeNull();
    expect(codeOf(waiting, '2026-07-01')).toBe('actors.handover-day-come');
    expect(codeOf({ ...waiting, isPassed: true }, '2026-06-30')).toBe('actors.handover-day-come');
  });

  it('is done once', () => {
    expect(codeOf({ ...waiting, isCancelled: true }, '2026-06-30')).toBe('actors.handover-cancelled');
  });
});
