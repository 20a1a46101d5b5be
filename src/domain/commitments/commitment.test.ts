import { describe, expect, it } from 'vitest';
import {
  defaultVerifier,
  problemsOfCommitment,
  refuseOutsideTerm,
  refuseOwnVerifier,
  type CommitmentTerms,
} from './commitment.ts';
import { circleClosedBy, holdsBack } from './holding-back.ts';
import { sideOf } from './sides.ts';

const organisation = (id: string) => ({ kind: 'organisation', id }) as const;
const terms: CommitmentTerms = {
  what: 'Entregar 40 luminarias',
  obligor: organisation('ministry'),
  coObliged: [],
  beneficiary: organisation('municipality'),
  verifier: null,
  responsibleOffice: null,
  proof: 'Acta de entrega',
  unit: null,
  quantity: null,
  targetGroups: [],
  targetSize: null,
  startsOn: null,
  dueOn: '2026-12-31',
  recurrence: null,
  currency: null,
  cash: null,
  staffDays: null,
  inKind: null,
  weight: 1,
  poaCode: null,
  placeId: null,
  needId: null,
  noNeedReason: null,
  threadId: null,
};

describe('what is written of a commitment', () => {
  it('has no faults when it is sound', () => {
    expect(problemsOfCommitment(terms)).toEqual([]);
  });

  it('is refused with every fault and its field', () => {
    const faulty = {
      ...terms,
      startsOn: '2027-01-01',
      cash: 500,
      beneficiary: terms.obligor,
      coObliged: [terms.obligor],
      needId: 'n',
      noNeedReason: 'none',
    };
    expect(problemsOfCommitment(faulty).map(({ field }) => field)).toEqual([
      'startsOn',
      'currency',
      'noNeedReason',
      'beneficiary',
      'coObliged',
    ]);
  });

  it('falls due within the term of its agreement', () => {
    const term = { from: '2026-01-01', to: '2026-12-31' };
    expect(() => refuseOutsideTerm(['2026-12-31'], term)).not.toThrow();
    expect(() => refuseOutsideTerm(['2026-12-31', '2027-01-01'], term)).toThrow('commitments.outside-term');
    expect(() => refuseOutsideTerm(['2025-12-31'], term)).toThrow('commitments.outside-term');
    expect(() => refuseOutsideTerm(['2099-12-31'], { from: null, to: null })).not.toThrow();
  });
});

describe('who verifies', () => {
  const parents = new Map([
    ['directorate', 'ministry'],
    ['office', 'directorate'],
    ['sister', 'ministry'],
  ]);

  it('is never of the side that owes: what is above it, or below it', () => {
    const side = sideOf(parents, ['directorate']);
    expect([...side].toSorted()).toEqual(['directorate', 'ministry', 'office']);
    expect(() => refuseOwnVerifier(organisation('ministry'), side)).toThrow(
      'commitments.verifier-of-own-side',
    );
    expect(() => refuseOwnVerifier(organisation('municipality'), side)).not.toThrow();
  });

  it('is the beneficiary, and the commission where the beneficiary is of that side', () => {
    const side = sideOf(parents, ['ministry']);
    expect(defaultVerifier(organisation('municipality'), side)).toEqual(organisation('municipality'));
    expect(defaultVerifier(organisation('office'), side)).toBeNull();
    expect(defaultVerifier(null, side)).toBeNull();
  });
});

describe('what a commitment waits for', () => {
  const at = { today: '2026-11-26', commitment: 'agreed' } as const;
  const prerequisite = {
    dueOn: '2026-11-01',
    standing: 'in-progress',
    forecastOn: null,
    pausedFrom: null,
  } as const;

  it('holds it back when it is late, breached or forecast late', () => {
    expect(holdsBack(prerequisite, '2026-12-01', at)).toBe(true);
    expect(holdsBack({ ...prerequisite, standing: 'breached' }, '2026-12-01', at)).toBe(true);
    const ahead = { ...prerequisite, dueOn: '2026-11-30' };
    expect(holdsBack(ahead, '2026-12-01', at)).toBe(false);
    expect(holdsBack({ ...ahead, forecastOn: '2026-12-02' }, '2026-12-01', at)).toBe(true);
  });

  it('does not when it was handed in, falls due later, or was never agreed', () => {
    expect(holdsBack({ ...prerequisite, standing: 'delivered' }, '2026-12-01', at)).toBe(false);
    expect(holdsBack(prerequisite, '2026-10-01', at)).toBe(false);
    expect(holdsBack(prerequisite, '2026-12-01', { ...at, commitment: 'proposed' })).toBe(false);
  });

  it('is never itself, by however long a way', () => {
    const needs = new Map([
      ['b', ['a']],
      ['c', ['b', 'x']],
    ]);
    expect(circleClosedBy(needs, 'a', 'c')).toEqual(['c', 'b', 'a']);
    expect(circleClosedBy(needs, 'a', 'a')).toEqual(['a']);
    expect(circleClosedBy(needs, 'c', 'a')).toBeNull();
  });
});
