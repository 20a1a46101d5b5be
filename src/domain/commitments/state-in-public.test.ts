import { describe, expect, it } from 'vitest';
import { toneOf, type InstanceShown } from './instance-standing.ts';
import { isToldOfLateness, stateFor } from './state-in-public.ts';
import { instanceStates } from './vocabulary.ts';

const late: InstanceShown = {
  state: 'overdue',
  tone: 'late',
  days: 12,
  isRescheduled: false,
  isOpen: true,
  isOverdue: true,
};
const outside = { isInsider: false, isPublished: false, isQuiet: false };
const flags = [true, false];

describe('what outsiders are shown', () => {
  it('is lateness only once it was published, and not in a quiet period', () => {
    expect(stateFor(late, { ...outside, isInsider: true })).toBe(late);
    expect(stateFor(late, { ...outside, isPublished: true })).toBe(late);
    const discreet = {
      state: 'in-review',
      tone: 'not-applicable',
      days: null,
      isOpen: true,
      isOverdue: false,
    };
    expect(stateFor(late, outside)).toMatchObject(discreet);
    expect(stateFor(late, { ...outside, isPublished: true, isQuiet: true })).toMatchObject(discreet);
    const kept: InstanceShown = { ...late, state: 'verified', isOverdue: false };
    expect(stateFor(kept, outside)).toBe(kept);
  });

  it('speaks against nobody, whatever the state, and hides nothing from insiders', () => {
    const against = new Set([
      'overdue',
      'noticed',
      'breached',
      'at-risk',
      'sent-back',
      'delivered-late',
      'verified-late',
      'cured',
    ]);
    for (const state of instanceStates)
      for (const isOverdue of flags)
        for (const isInsider of flags)
          for (const isPublished of flags)
            for (const isQuiet of flags) {
              const shown: InstanceShown = { ...late, state, tone: toneOf(state), isOverdue };
              const seen = { isInsider, isPublished, isQuiet };
              const told = stateFor(shown, seen);
              if (isToldOfLateness(seen)) expect(told).toBe(shown);
              else {
                expect(against.has(told.state), state).toBe(false);
                expect(['late', 'at-risk']).not.toContain(told.tone);
                expect(told.isOverdue && told.state !== 'in-review').toBe(false);
              }
            }
  });
});
