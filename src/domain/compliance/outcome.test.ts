import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCalendarDays, daysFrom } from '#domain/shared/calendar.ts';
import { countInstance, daysHeldBy, daysLostOf, type DueInstance, type Prerequisite } from './outcome.ts';

const today = '2026-03-10';
const due = (more: Partial<DueInstance> = {}): DueInstance => ({
  id: 'one',
  obligor: 'municipality',
  verifier: 'ministry',
  weight: 1,
  standing: 'not-started',
  dueOn: '2026-03-01',
  deliveredOn: null,
  verifyBy: null,
  isPaused: false,
  prerequisites: [],
  ...more,
});
const waits = (more: Partial<Prerequisite> = {}): Prerequisite => ({
  id: 'before',
  obligor: 'ministry',
  dueOn: '2026-02-20',
  deliveredOn: '2026-02-27',
  isWaived: false,
  ...more,
});
const outcome = (more: Partial<DueInstance>) => countInstance(due(more), today).outcome;

describe('how a due date is counted', () => {
  it('takes punctuality from the delivery and acceptance from the verification', () => {
    expect(outcome({ standing: 'verified', deliveredOn: '2026-03-01' })).toBe('kept');
    expect(outcome({ standing: 'verified', deliveredOn: '2026-03-02' })).toBe('late');
    expect(outcome({ standing: 'sent-back' })).toBe('overdue');
    expect(outcome({})).toBe('overdue');
    expect(outcome({ standing: 'breached' })).toBe('breached');
  });

  it('holds a verifier’s silence against nobody but the verifier', () => {
    const delivered = { standing: 'delivered', deliveredOn: '2026-02-28' } as const;
    expect(outcome({ ...delivered, verifyBy: '2026-03-15' })).toBe('waiting');
    expect(outcome({ ...delivered, verifyBy: '2026-03-09' })).toBe('unanswered');
    expect(outcome({ ...delivered, deliveredOn: '2026-03-05', verifyBy: '2026-03-09' })).toBe('late');
  });

  it('is late from the end of its day, not on it', () => {
    expect(outcome({ dueOn: today })).toBe('not-due');
    expect(outcome({ dueOn: '2026-03-09' })).toBe('overdue');
    expect(outcome({ standing: 'waived', dueOn: '2026-01-01' })).toBe('waived');
    expect(outcome({ isPaused: true })).toBe('paused');
  });

  it('takes off the days lost to another’s late prerequisite', () => {
    const late = { standing: 'verified', deliveredOn: '2026-03-06' } as const;
    const counted = countInstance(due({ ...late, prerequisites: [waits()] }), today);
    expect(counted).toEqual({ outcome: 'kept', daysLate: 5, daysLost: 7, ownDays: 0 });
    expect(outcome({ ...late, prerequisites: [waits({ deliveredOn: '2026-02-22' })] })).toBe('late');
    expect(outcome({ ...late, prerequisites: [waits({ obligor: 'municipality' })] })).toBe('late');
    expect(outcome({ ...late, prerequisites: [waits({ isWaived: true })] })).toBe('late');
    expect(outcome({ prerequisites: [waits({ deliveredOn: null })] })).toBe('held-back');
  });

  it('counts days on which two prerequisites were late once, and tells each in full to whoever was late', () => {
    const prerequisites = [
      waits(),
      waits({ id: 'other', obligor: 'donor', dueOn: '2026-02-25', deliveredOn: '2026-03-02' }),
    ];
    expect(daysLostOf({ obligor: 'municipality', prerequisites }, today)).toBe(10);
    expect([...daysHeldBy(due({ prerequisites }), today)]).toEqual([
      ['ministry', 7],
      ['donor', 5],
    ]);
  });
});

const day = fc.integer({ min: -60, max: 9 }).map((days) => addCalendarDays('2026-03-01', days));
const prerequisite = fc.record({
  id: fc.uuid(),
  obligor: fc.constantFrom('ministry', 'donor', 'municipality'),
  dueOn: day,
  deliveredOn: fc.option(day),
  isWaived: fc.boolean(),
});
const instance = fc
  .record({
    standing: fc.constantFrom<DueInstance['standing'][]>(
      'not-started',
      'in-progress',
      'delivered',
      'sent-back',
      'verified',
      'breached',
      'waived',
      'cancelled',
    ),
    dueOn: day,
    handedIn: day,
    prerequisites: fc.array(prerequisite, { maxLength: 5 }),
  })
  .map(({ handedIn, ...rest }) => {
    const isIn = rest.standing === 'delivered' || rest.standing === 'verified';
    return due({ ...rest, deliveredOn: isIn ? handedIn : null });
  });

describe('fairness, whatever happened', () => {
  it('never takes off more days than there were, nor counts a day twice', () => {
    fc.assert(
      fc.property(instance, (one) => {
        const { daysLate, daysLost, ownDays } = countInstance(one, today);
        expect(ownDays).toBe(Math.max(0, daysLate - daysLost));
        // Day by day, as somebody would count on a calendar.
        const until = one.deliveredOn ?? today;
        const isLost = (on: string) =>
          one.prerequisites.some(
            (other) =>
              other.obligor !== one.obligor &&
              !other.isWaived &&
              other.dueOn < on &&
              (other.deliveredOn === null || on <= other.deliveredOn),
          );
        const days = Array.from({ length: 200 }, (_, index) => addCalendarDays('2025-10-01', index));
        const lost = days.filter((on) => on <= until && isLost(on)).length;
        expect(daysLost).toBe(daysLate === 0 ? 0 : lost);
      }),
    );
  });

  it('never makes anybody worse off for a prerequisite that came late', () => {
    fc.assert(
      fc.property(instance, prerequisite, (one, another) => {
        const before = countInstance(one, today);
        const after = countInstance({ ...one, prerequisites: [...one.prerequisites, another] }, today);
        expect(after.ownDays).toBeLessThanOrEqual(before.ownDays);
        if (before.outcome === 'kept') expect(after.outcome).toBe('kept');
      }),
    );
  });

  it('never makes anybody better off for delivering later', () => {
    fc.assert(
      fc.property(instance, fc.integer({ min: 1, max: 20 }), (one, days) => {
        fc.pre(one.deliveredOn !== null && one.prerequisites.length === 0);
        const later = { ...one, deliveredOn: addCalendarDays(one.deliveredOn ?? today, days) };
        expect(countInstance(later, today).ownDays).toBeGreaterThanOrEqual(countInstance(one, today).ownDays);
        expect(daysFrom(one.deliveredOn ?? today, later.deliveredOn)).toBe(days);
      }),
    );
  });
});
