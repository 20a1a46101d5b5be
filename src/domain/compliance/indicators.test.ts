import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementCoverage } from './agreement-coverage.ts';
import { attendance } from './attendance.ts';
import { commitmentCompliance, type WeightedOutcome } from './commitment-compliance.ts';
import { complianceClassOf } from './compliance-class.ts';
import { duplication } from './duplication.ts';
import { evidenceQuality } from './evidence-quality.ts';
import { countedWordOf, isIndicatorCode } from './indicators.ts';
import { lightByRule, overrideOn } from './light.ts';
import { needResponse } from './need-response.ts';
import { outcomes } from './outcome.ts';
import { overdueAgeing } from './overdue-ageing.ts';
import { participation, voiceOf } from './participation.ts';
import { quorumRate } from './quorum-rate.ts';
import { reportTimeliness } from './report-timeliness.ts';
import { addShares, valueOf } from './share.ts';
import { strategyAlignment } from './strategy-alignment.ts';
import { vagueCommitments } from './vague-commitments.ts';

const of = (outcome: WeightedOutcome['outcome'], weight = 1): WeightedOutcome => ({ outcome, weight });

describe('the process indicators', () => {
  it('C1 tells coverage by territories and by people, and how many people are unknown', () => {
    const targets = [
      { hasAgreement: true, people: 30_000 },
      { hasAgreement: false, people: 70_000 },
      { hasAgreement: true, people: null },
    ];
    expect(agreementCoverage(targets)).toEqual({
      territories: { numerator: 2, denominator: 3 },
      people: { numerator: 30_000, denominator: 100_000 },
      withoutPeople: 1,
    });
  });

  it('C2 weighs what was kept by what was due, and tells the late apart', () => {
    const all = [of('kept', 3), of('late', 1), of('overdue', 1), of('waiting', 9), of('waived', 9)];
    expect(commitmentCompliance(all)).toMatchObject({
      numerator: 3,
      denominator: 5,
      due: 3,
      late: 1,
      overdue: 1,
      waiting: 1,
      waived: 1,
    });
  });

  it('C3 tells the median and the ninth decile', () => {
    expect(overdueAgeing([10, 1, 3, 2])).toEqual({ count: 4, median: 2.5, p90: expect.closeTo(7.9) });
    expect(overdueAgeing([])).toEqual({ count: 0, median: null, p90: null });
  });

  it('C4, C5, C11, C12 and C19 are what their docstrings say', () => {
    const scores = [6, 3, 5, 2].map((quality) => ({ quality }));
    expect(vagueCommitments(scores)).toEqual({ numerator: 2, denominator: 4 });
    const sessions = [4, 2, null].map((present) => ({ quorum: 3, present }));
    expect(quorumRate(sessions)).toEqual({ numerator: 1, denominator: 3 });
    const usd = (amount: number) => [{ currency: 'USD', amount }];
    const actions = [
      { lines: ['a'], budget: usd(30) },
      { lines: [], budget: [...usd(20), { currency: 'EUR', amount: 0.1 }] },
      { lines: ['a', 'b'], budget: usd(50) },
    ];
    expect(strategyAlignment(actions, ['a', 'b', 'c'])).toEqual({
      actions: { numerator: 2, denominator: 3 },
      budget: [
        { currency: 'EUR', numerator: 0, denominator: 0.1 },
        { currency: 'USD', numerator: 80, denominator: 100 },
      ],
      lines: { numerator: 2, denominator: 3 },
    });
    const needs = [[{ isFunded: true }], [{ isFunded: false }], []].map((some) => ({ actions: some }));
    expect(needResponse(needs)).toEqual({ numerator: 1, denominator: 3 });
    const reviewed = (['accepted', 'more', 'accepted'] as const).map((firstReview) => ({
      firstReview,
      isWaiting: false,
    }));
    const others = [true, false].map((isWaiting) => ({ firstReview: null, isWaiting }));
    expect(evidenceQuality([...reviewed, ...others])).toEqual({ numerator: 2, denominator: 4 });
  });

  it('C6, C10, C15 and C18 are what their docstrings say', () => {
    const sessions = [4, 2, null].map((present) => ({ seats: 5, present }));
    expect(attendance(sessions)).toEqual({ numerator: 6, denominator: 10 });
    const reports = [
      { wasInTime: true, required: 4, filled: 4 },
      { wasInTime: false, required: 4, filled: 0 },
    ];
    expect(reportTimeliness(reports)).toEqual({
      reports: { numerator: 1, denominator: 2 },
      answers: { numerator: 4, denominator: 8 },
    });
    const pairs = [true, false, false].map((isLinked) => ({ isLinked }));
    expect(
      duplication(
        pairs,
        [0, 1, 2].map((actions) => ({ actions })),
      ),
    ).toEqual({ pairs: { numerator: 2, denominator: 3 }, gaps: { numerator: 1, denominator: 3 } });
    const seats = [
      { kind: 'church', sector: 'civil-society' },
      { kind: 'ministry', sector: 'youth' },
      { kind: 'police', sector: 'security' },
    ];
    expect(seats.map(voiceOf)).toEqual(['community', 'youth', 'other']);
    expect(participation(seats.map((seat) => ({ voice: voiceOf(seat) })))).toEqual({
      numerator: 2,
      denominator: 3,
    });
  });

  it('are known by their codes', () => {
    expect(isIndicatorCode('C19')).toBe(true);
    expect(isIndicatorCode('C7')).toBe(false);
    expect(countedWordOf('C2', 'numerator')).toBe('numerator');
    expect(countedWordOf('C4', 'numerator')).toBe('in');
    expect(countedWordOf('C3', 'denominator')).toBe('base');
  });

  it('say nothing where there is nothing to count', () => {
    expect(valueOf({ numerator: 0, denominator: 0 })).toBe(null);
    expect(complianceClassOf({ numerator: 0, denominator: 0 })).toBe('none-due');
    expect(complianceClassOf({ numerator: 9, denominator: 10 })).toBe('high');
    expect(complianceClassOf({ numerator: 7, denominator: 10 })).toBe('middle');
    expect(complianceClassOf({ numerator: 0, denominator: 10 })).toBe('low');
  });

  it('are the same for the whole as for its parts together', () => {
    const some = fc.array(
      fc.record({
        outcome: fc.constantFrom(...outcomes),
        weight: fc.integer({ min: 1, max: 9 }),
      }),
    );
    fc.assert(
      fc.property(some, some, (one, other) => {
        const { numerator, denominator } = commitmentCompliance([...one, ...other]);
        const parts = addShares([commitmentCompliance(one), commitmentCompliance(other)]);
        expect(parts).toEqual({ numerator, denominator });
        expect(numerator).toBeLessThanOrEqual(denominator);
      }),
    );
  });
});

describe('the traffic light', () => {
  const light = (numerator: number, longestOverdue = 0) =>
    lightByRule({ delivered: { numerator, denominator: 10 }, longestOverdue });

  it('follows from what was delivered of what was expected to date, and from how long anything is overdue', () => {
    expect([light(9), light(8), light(7), light(6)]).toEqual(['green', 'amber', 'amber', 'red']);
    expect([light(10, 30), light(10, 31)]).toEqual(['green', 'red']);
    expect(lightByRule({ delivered: { numerator: 0, denominator: 0 }, longestOverdue: 0 })).toBe(null);
  });

  it('changes where a template says so', () => {
    const thresholds = { green: 0.8, amber: 0.5, redAfterDays: 60 };
    const ground = { delivered: { numerator: 8, denominator: 10 }, longestOverdue: 45 };
    expect(lightByRule(ground, thresholds)).toBe('green');
  });

  it('is overridden by the last who said why, until the day they said', () => {
    const set = { reason: 'El puente se cayó', from: '2026-03-01', to: '2026-03-31', isEnded: false };
    const overrides = [
      { ...set, light: 'amber' as const },
      { ...set, light: 'green' as const, to: '2026-03-05' },
      { ...set, light: 'red' as const, isEnded: true },
    ];
    expect(overrideOn(overrides, '2026-03-05')?.light).toBe('green');
    expect(overrideOn(overrides, '2026-03-06')?.light).toBe('amber');
    expect(overrideOn(overrides, '2026-04-01')).toBe(undefined);
  });
});
