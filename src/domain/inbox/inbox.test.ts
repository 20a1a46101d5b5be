import { describe, expect, it } from 'vitest';
import { ladderPlace, type LadderFacts } from './breach-ladder.ts';
import { quietUntil } from './quiet-hours.ts';
import { isDigestDay, stageOf } from './reminder-stages.ts';
import { stepOfParty } from './work-of-agreement.ts';
import { workOfDue, type Due } from './work-of-due.ts';
import { groupOf, inOrder, type Work } from './work.ts';

const today = '2026-03-10';

describe('the stages of a reminder', () => {
  it('are 30, 7 and 1 days before, the day after and 15 days late', () => {
    const stages = ['2026-04-10', '2026-04-09', '2026-03-17', '2026-03-11', '2026-03-10', '2026-03-09'];
    expect(stages.map((day) => stageOf(day, today))).toEqual([
      null,
      'days-30',
      'days-7',
      'day-1',
      'day-1',
      'after',
    ]);
    expect(stageOf('2026-02-24', today)).toBe('after');
    expect(stageOf('2026-02-23', today)).toBe('late-15');
  });

  it('wait once for what has no day, and reach further for an agreement that ends', () => {
    expect(stageOf(null, today)).toBe('waiting');
    expect(stageOf('2026-09-01', today, 180)).toBe('mark-180');
    expect(stageOf('2026-06-01', today, 90)).toBe('mark-90');
    expect(stageOf('2026-06-01', today)).toBeNull();
  });

  it('have their list of the week on the weekday chosen, or never', () => {
    expect([1, 2, 0].map((weekday) => isDigestDay(weekday, today))).toEqual([false, true, false]);
    expect(isDigestDay(7, '2026-03-15')).toBe(true);
  });
});

describe('quiet hours', () => {
  const night = { from: '20:00', to: '07:00' };
  it('run over midnight on the clock of the person', () => {
    expect(quietUntil(night, 'America/Panama', new Date('2026-03-11T03:30:00Z'))).toEqual(
      new Date('2026-03-11T12:00:00Z'),
    );
    expect(quietUntil(night, 'America/Panama', new Date('2026-03-11T11:59:30Z'))).toEqual(
      new Date('2026-03-11T12:00:00Z'),
    );
    expect(quietUntil(night, 'America/Panama', new Date('2026-03-11T12:00:00Z'))).toBeNull();
    expect(quietUntil(night, 'Europe/Madrid', new Date('2026-03-11T12:00:00Z'))).toBeNull();
  });

  it('may lie within a day, or be none', () => {
    const noon = { from: '12:00', to: '14:00' };
    expect(quietUntil(noon, 'UTC', new Date('2026-03-11T13:00:00Z'))).toEqual(
      new Date('2026-03-11T14:00:00Z'),
    );
    expect(quietUntil({ from: '08:00', to: '08:00' }, 'UTC', new Date('2026-03-11T08:00:00Z'))).toBeNull();
  });
});

describe('the breach ladder', () => {
  const facts: LadderFacts = {
    dueOn: '2026-03-01',
    isOverdue: true,
    noticedOn: null,
    cureBy: null,
    curedOn: null,
    breachedOn: null,
    agreement: 'in-force',
  };
  const place = (more: Partial<LadderFacts>) => ladderPlace({ ...facts, ...more }, today);

  it('climbs from the reminder to the settlement, saying what is next and from whom', () => {
    expect(place({ dueOn: '2026-05-01', isOverdue: false })).toEqual({
      rung: null,
      next: { rung: 'reminder', from: 'installation', onDay: '2026-04-01' },
    });
    expect(place({})).toMatchObject({ rung: 'reminder', next: { rung: 'observation', from: 'commission' } });
    expect(place({ dueOn: '2026-02-20' })).toMatchObject({
      rung: 'observation',
      next: { rung: 'formal-notice', from: 'commission', onDay: '2026-03-07' },
    });
    const noticed = { noticedOn: '2026-03-05', cureBy: '2026-03-20' };
    expect(place(noticed)).toMatchObject({
      rung: 'formal-notice',
      next: { rung: 'cure', from: 'obligor', onDay: '2026-03-20' },
    });
    expect(place({ ...noticed, cureBy: '2026-03-09' })).toMatchObject({
      rung: 'cure',
      next: { rung: 'remedy', from: 'commission' },
    });
    expect(place({ breachedOn: '2026-03-09' }).next).toMatchObject({ rung: 'mediation' });
    expect(place({ agreement: 'terminating' }).next).toMatchObject({ rung: 'settlement', from: 'parties' });
    expect(place({ agreement: 'settlement' })).toEqual({ rung: 'settlement', next: null });
  });
});

describe('what a due date asks', () => {
  const due: Due = {
    commitment: 'agreed',
    standing: 'not-started',
    dueOn: '2026-03-20',
    pausedFrom: null,
    verifyBy: null,
    noticedOn: null,
    cureBy: null,
    curedOn: null,
    breachedOn: null,
    repliedOn: null,
    isWithinAgreement: false,
  };
  const asks = (more: Partial<Due>, side: 'owe' | 'verify' | 'oversee') =>
    workOfDue({ ...due, ...more }, side, today)?.kind ?? null;

  it('of whoever owes it: to hand in within thirty days, to mend, to answer a notice', () => {
    expect(asks({}, 'owe')).toBe('deliver');
    expect(asks({ dueOn: '2026-05-20' }, 'owe')).toBeNull();
    expect(asks({ dueOn: '2026-05-20', standing: 'sent-back' }, 'owe')).toBe('mend');
    const noticed = { dueOn: '2026-03-01', noticedOn: '2026-03-05', cureBy: '2026-03-20' };
    expect(workOfDue({ ...due, ...noticed }, 'owe', today)).toEqual({
      kind: 'answer-notice',
      onDay: '2026-03-20',
    });
    expect(asks({ ...noticed, repliedOn: '2026-03-06' }, 'owe')).toBe('deliver');
    expect(asks({ commitment: 'proposed' }, 'owe')).toBe('agree');
    expect(asks({ commitment: 'proposed', isWithinAgreement: true }, 'owe')).toBeNull();
    expect(asks({ pausedFrom: '2026-03-01' }, 'owe')).toBeNull();
  });

  it('of whoever verifies, and of the commission once they are silent or it is fifteen days late', () => {
    const handedIn = { standing: 'delivered', verifyBy: '2026-03-09' } as const;
    expect(asks(handedIn, 'verify')).toBe('verify');
    expect(asks(handedIn, 'oversee')).toBe('verify-instead');
    expect(asks({ ...handedIn, verifyBy: '2026-03-10' }, 'oversee')).toBeNull();
    expect(asks({ dueOn: '2026-02-23' }, 'oversee')).toBe('give-notice');
    expect(asks({ dueOn: '2026-02-24' }, 'oversee')).toBeNull();
    const over = { dueOn: '2026-02-01', noticedOn: '2026-02-10', cureBy: '2026-03-09' };
    expect(asks(over, 'oversee')).toBe('decide-after-cure');
    expect(asks({ dueOn: '2026-02-01' }, 'verify')).toBeNull();
  });
});

describe('the list', () => {
  const one: Work = {
    kind: 'deliver',
    subject: 'commitment',
    subjectId: 'c',
    withinId: null,
    partId: 'p',
    title: 'Luminarias',
    onDay: '2026-03-12',
    mark: null,
    count: 1,
    territoryId: 1,
    isPublic: false,
    example: false,
  };

  it('goes by day, what has none last, each thing once', () => {
    const late = { ...one, partId: 'late', onDay: '2026-03-01' };
    const undated = { ...one, partId: 'undated', onDay: null };
    expect(inOrder([undated, one, late, one]).map(({ partId }) => partId)).toEqual(['late', 'p', 'undated']);
  });

  it('is grouped in late, the next seven days, later and without a day', () => {
    const days = ['2026-03-09', '2026-03-10', '2026-03-17', '2026-03-18', null];
    expect(days.map((day) => groupOf(day, today))).toEqual(['overdue', 'week', 'week', 'later', 'undated']);
  });

  it('asks a party for the step of an agreement that is still missing, and an observer for none', () => {
    const party = { isObserver: false, hasConfirmed: false, hasApproved: false, hasSigned: false };
    expect(stepOfParty({ ...party, standing: 'negotiation' })).toBe('confirm-text');
    expect(stepOfParty({ ...party, standing: 'negotiation', hasConfirmed: true })).toBeNull();
    expect(stepOfParty({ ...party, standing: 'approval' })).toBe('record-approval');
    expect(stepOfParty({ ...party, standing: 'ready-to-sign' })).toBe('sign');
    expect(stepOfParty({ ...party, standing: 'ready-to-sign', isObserver: true })).toBeNull();
    expect(stepOfParty({ ...party, standing: 'in-force' })).toBeNull();
  });
});
