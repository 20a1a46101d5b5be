import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter } from './days.ts';
import { mainInstanceOf, showInstance, stateOfInstance, type InstanceFacts } from './instance-standing.ts';
import { commitmentStandings, instanceStandings } from './vocabulary.ts';

const today = '2026-11-26';
const agreed = { today, commitment: 'agreed', waitsForLate: false } as const;
const instance = (facts: Partial<InstanceFacts> = {}): InstanceFacts => ({
  dueOn: '2026-12-31',
  firstDueOn: facts.dueOn ?? '2026-12-31',
  standing: 'not-started',
  forecastOn: null,
  deliveredOn: null,
  noticedOn: null,
  curedOn: null,
  pausedFrom: null,
  pausedDays: 0,
  ...facts,
});

describe('the state of an instance', () => {
  it('is that of the proposal until it is agreed', () => {
    expect(stateOfInstance(instance({ dueOn: '2026-01-01' }), { ...agreed, commitment: 'proposed' })).toBe(
      'proposed',
    );
  });

  it('is overdue from the midnight that ends its due day, not before', () => {
    const due = instance({ dueOn: today, standing: 'in-progress' });
    expect(stateOfInstance(due, agreed)).toBe('in-progress');
    expect(stateOfInstance(due, { ...agreed, today: '2026-11-27' })).toBe('overdue');
  });

  it('is at risk seven days before when nobody has begun, when it is forecast late, or when it waits for what is late', () => {
    expect(stateOfInstance(instance({ dueOn: '2026-12-03' }), agreed)).toBe('at-risk');
    expect(stateOfInstance(instance({ dueOn: '2026-12-04' }), agreed)).toBe('not-started');
    expect(stateOfInstance(instance({ dueOn: '2026-12-03', standing: 'in-progress' }), agreed)).toBe(
      'in-progress',
    );
    expect(stateOfInstance(instance({ forecastOn: '2027-01-01' }), agreed)).toBe('at-risk');
    expect(stateOfInstance(instance({ forecastOn: '2026-12-31' }), agreed)).toBe('not-started');
    expect(stateOfInstance(instance(), { ...agreed, waitsForLate: true })).toBe('at-risk');
  });

  it('tells late by the day it was handed in, whenever it was verified', () => {
    const onTime = { dueOn: '2026-10-01', deliveredOn: '2026-10-01' };
    const late = { dueOn: '2026-10-01', deliveredOn: '2026-10-02' };
    expect(stateOfInstance(instance({ ...onTime, standing: 'verified' }), agreed)).toBe('verified');
    expect(stateOfInstance(instance({ ...late, standing: 'verified' }), agreed)).toBe('verified-late');
    expect(stateOfInstance(instance({ ...onTime, standing: 'delivered' }), agreed)).toBe('delivered');
    expect(stateOfInstance(instance({ ...late, standing: 'delivered' }), agreed)).toBe('delivered-late');
  });

  it('stands still while it is paused, and a pause is not a rescheduling', () => {
    const paused = instance({ dueOn: '2026-10-01', pausedFrom: '2026-09-15' });
    expect(stateOfInstance(paused, agreed)).toBe('paused');
    expect(showInstance(paused, agreed).isOverdue).toBe(false);
    const resumed = instance({ dueOn: '2026-10-11', firstDueOn: '2026-10-01', pausedDays: 10 });
    expect(showInstance(resumed, agreed).isRescheduled).toBe(false);
    expect(showInstance({ ...resumed, dueOn: '2026-10-12' }, agreed).isRescheduled).toBe(true);
  });

  it('says for how many days it has been overdue', () => {
    expect(showInstance(instance({ dueOn: '2026-11-14' }), agreed)).toMatchObject({
      state: 'overdue',
      days: 12,
      tone: 'late',
    });
    expect(showInstance(instance(), agreed)).toMatchObject({ state: 'not-started', days: -35 });
  });

  it('goes from notice to cured once it was accepted, and never counts as overdue then', () => {
    expect(stateOfInstance(instance({ dueOn: '2026-10-01', noticedOn: '2026-10-20' }), agreed)).toBe(
      'noticed',
    );
    const cured = instance({
      dueOn: '2026-10-01',
      noticedOn: '2026-10-20',
      deliveredOn: '2026-10-25',
      curedOn: '2026-10-26',
      standing: 'verified',
    });
    expect(stateOfInstance(cured, agreed)).toBe('cured');
  });

  const day = fc.integer({ min: -400, max: 400 }).map((days) => dayAfter(today, days));
  const optional = fc.option(day, { nil: null });
  it('is late only where it was agreed, is past due and waits for whoever owes it', () => {
    fc.assert(
      fc.property(
        fc.record({
          dueOn: day,
          firstDueOn: day,
          standing: fc.constantFrom(...instanceStandings),
          forecastOn: optional,
          deliveredOn: optional,
          noticedOn: optional,
          curedOn: optional,
          pausedFrom: optional,
          pausedDays: fc.nat(50),
        }),
        fc.constantFrom(...commitmentStandings),
        fc.boolean(),
        (facts, commitment, waitsForLate) => {
          const shown = showInstance(facts, { today, commitment, waitsForLate });
          if (shown.isOverdue || shown.state === 'overdue') {
            expect(commitment).toBe('agreed');
            expect(facts.dueOn < today).toBe(true);
            expect(['not-started', 'in-progress', 'sent-back']).toContain(facts.standing);
            expect(shown.isOpen).toBe(true);
          }
          if (shown.tone === 'fulfilled') expect(facts.standing).toBe('verified');
        },
      ),
    );
  });
});

describe('the instance that a short text speaks of', () => {
  it('is the one that presses most, else the next, else the last', () => {
    const at = (state: 'overdue' | 'not-started' | 'verified', dueOn: string) => ({ state, dueOn });
    const list = [at('verified', '2026-01-31'), at('not-started', '2026-04-30'), at('overdue', '2026-03-31')];
    expect(mainInstanceOf(list)).toEqual(at('overdue', '2026-03-31'));
    expect(mainInstanceOf([at('not-started', '2026-05-31'), at('not-started', '2026-04-30')])?.dueOn).toBe(
      '2026-04-30',
    );
    expect(mainInstanceOf([at('verified', '2026-01-31'), at('verified', '2026-02-28')])?.dueOn).toBe(
      '2026-02-28',
    );
    expect(mainInstanceOf([])).toBeUndefined();
  });
});
