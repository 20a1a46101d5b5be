import { describe, expect, it } from 'vitest';
import type { InstanceShown } from './instance-standing.ts';
import { stateFor } from './state-in-public.ts';

const late: InstanceShown = {
  state: 'overdue',
  tone: 'late',
  days: 12,
  isRescheduled: false,
  isOpen: true,
  isOverdue: true,
};

describe('what outsiders are shown', () => {
  it('is lateness only once it was published, and not in a quiet period', () => {
    const outside = { isInsider: false, isPublished: false, isQuiet: false };
    expect(stateFor(late, { ...outside, isInsider: true })).toBe(late);
    expect(stateFor(late, { ...outside, isPublished: true })).toBe(late);
    expect(stateFor(late, outside)).toMatchObject({ state: 'in-progress', days: null, isOverdue: false });
    expect(stateFor(late, { ...outside, isPublished: true, isQuiet: true }).state).toBe('in-progress');
    const kept: InstanceShown = { ...late, state: 'verified', isOverdue: false };
    expect(stateFor(kept, outside)).toBe(kept);
  });
});
