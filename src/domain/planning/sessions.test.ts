import { describe, expect, it } from 'vitest';
import {
  checklistOf,
  reachedIn,
  refuseUnfinished,
  sessionAfter,
  sessions,
  tickableIn,
  type PathFacts,
} from './sessions.ts';

const nothing: PathFacts = {
  structures: 0,
  seats: 0,
  needs: 0,
  recentNeeds: 0,
  chosenNeeds: 0,
  plans: 0,
  actions: 0,
  answeredNeeds: 0,
  submittedPlans: 0,
  approvedPlans: 0,
  commitments: 0,
  commitmentsOfOthers: 0,
  agreements: 0,
  dueAhead: 0,
};
const doneIn = (list: ReturnType<typeof checklistOf>) =>
  list.filter(({ isDone }) => isDone).map(({ key }) => key);
const under = { step: 2, reachedOn: '2026-03-01', doneOn: null } as const;

describe('the checklist of a session', () => {
  it('has something that the register sees and, but where a plan is made, something that a person says', () => {
    for (const session of sessions) {
      const list = checklistOf(session, nothing, []);
      expect(list.some(({ by }) => by === 'system')).toBe(true);
      expect(list.some(({ by }) => by === 'person')).toBe(session !== 4);
    }
  });

  it('is ticked by fact: a person cannot tick what the register sees', () => {
    expect(doneIn(checklistOf(2, nothing, ['needs', 'gaps']))).toEqual(['gaps']);
    expect(doneIn(checklistOf(2, { ...nothing, needs: 3 }, []))).toEqual(['needs']);
    expect(tickableIn(2)).toEqual(['gaps']);
  });

  it('asks that every need chosen be answered, not only one of them', () => {
    const facts = { ...nothing, plans: 1, chosenNeeds: 3 };
    expect(doneIn(checklistOf(4, { ...facts, answeredNeeds: 2 }, []))).toEqual(['plan']);
    expect(doneIn(checklistOf(4, { ...facts, answeredNeeds: 3 }, []))).toEqual(['plan', 'answers']);
  });
});

describe('a session', () => {
  it('is not ended without what it is for, and says what is missing', () => {
    expect(() => refuseUnfinished(under, checklistOf(2, nothing, ['gaps']))).toThrow(
      expect.objectContaining({ code: 'planning.step-unfinished' }),
    );
    expect(() => refuseUnfinished(under, checklistOf(2, { ...nothing, needs: 1 }, []))).not.toThrow();
  });

  it('is not ended before it was reached, nor twice', () => {
    const list = checklistOf(1, nothing, []);
    for (const standing of [
      { ...under, reachedOn: null },
      { ...under, doneOn: '2026-03-02' },
    ])
      expect(() => refuseUnfinished(standing, list)).toThrow(
        expect.objectContaining({ code: 'planning.step-not-reached' }),
      );
  });

  it('leads to the next one, and the last to none', () => {
    expect(sessions.map(sessionAfter)).toEqual([2, 3, 4, 5, 6, null]);
  });
});

describe('how far an office has got', () => {
  it('is the furthest session reached, also while an earlier one is taken up again', () => {
    const steps = sessions.map((step) => ({
      step,
      reachedOn: step < 5 ? '2026-03-01' : null,
      doneOn: step < 4 && step !== 2 ? '2026-03-02' : null,
    }));
    expect(reachedIn(steps)).toBe(4);
    expect(reachedIn([])).toBe(1);
  });
});
