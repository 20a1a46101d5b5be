import { describe, expect, it } from 'vitest';
import { approve, currentVersionOf, dayBefore, isOpenTo, refuseConsultation } from './succession.ts';
import type { VersionInLine } from './succession.ts';

const version = (number: number, more: Partial<VersionInLine> = {}): VersionInLine => ({
  id: `v${number}`,
  number,
  standing: 'draft',
  validFrom: null,
  validTo: null,
  ...more,
});
const act = { body: 'Gabinete', act: 'Decreto 4', on: '2026-03-01', validFrom: '2026-04-01' };
const today = '2026-03-10';

describe('succession', () => {
  it('ends the version in force the day before the next one begins', () => {
    const first = version(1, { standing: 'approved', validFrom: '2020-01-01' });
    expect(approve([first, version(2)], 'v2', act, today)).toEqual({
      approved: { id: 'v2', validFrom: '2026-04-01' },
      superseded: { id: 'v1', validTo: '2026-03-31' },
    });
    expect(approve([version(1)], 'v1', act, today).superseded).toBe(null);
    expect(dayBefore('2024-03-01')).toBe('2024-02-29');
    expect(dayBefore('2026-01-01')).toBe('2025-12-31');
  });

  it('needs an act with its body and day, and a day after the last one began', () => {
    const first = version(1, { standing: 'approved', validFrom: '2026-04-01' });
    const nothing = { body: null, act: null, on: null, validFrom: null };
    const codes = (given: typeof act | typeof nothing) => {
      try {
        approve([first, version(2)], 'v2', given, today);
        return [];
      } catch (refusal) {
        return (refusal as { details: { problems: { code: string }[] } }).details.problems.map(
          ({ code }) => code,
        );
      }
    };
    expect(codes(nothing)).toEqual([
      'strategy.body-missing',
      'strategy.act-missing',
      'strategy.day-missing',
      'strategy.day-missing',
    ]);
    expect(codes(act)).toEqual(['strategy.valid-too-early']);
    expect(codes({ ...act, on: '2026-03-11', validFrom: '2026-05-01' })).toEqual(['strategy.day-to-come']);
  });

  it('has the version in force that holds the day, also after the next one was approved', () => {
    const first = version(1, { standing: 'superseded', validFrom: '2020-01-01', validTo: '2026-03-31' });
    const second = version(2, { standing: 'approved', validFrom: '2026-04-01' });
    const all = [version(3), second, first];
    expect(currentVersionOf(all, '2026-03-31')?.id).toBe('v1');
    expect(currentVersionOf(all, '2026-04-01')?.id).toBe('v2');
    expect(currentVersionOf(all, '2019-01-01')?.id).toBe('v2');
    expect(currentVersionOf([version(1)], today)).toBe(null);
  });
});

describe('a consultation', () => {
  it('neither ends before it begins nor is over when it is opened', () => {
    expect(() => refuseConsultation({ from: '2026-03-12', to: '2026-03-11' }, today)).toThrow();
    expect(() => refuseConsultation({ from: '2026-03-01', to: '2026-03-09' }, today)).toThrow();
    expect(() => refuseConsultation({ from: '2026-03-01', to: '2026-03-10' }, today)).not.toThrow();
  });

  it('takes remarks from its first day to its last', () => {
    const open = {
      standing: 'consultation',
      consultationFrom: '2026-03-10',
      consultationTo: '2026-03-12',
    } as const;
    expect(
      ['2026-03-09', '2026-03-10', '2026-03-12', '2026-03-13'].map((day) => isOpenTo(open, day)),
    ).toEqual([false, true, true, false]);
    expect(isOpenTo({ ...open, standing: 'draft' }, '2026-03-10')).toBe(false);
  });
});
