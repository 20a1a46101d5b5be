import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFigure, readAnswer, type Answer } from './answer.ts';
import { checksOf } from './checks.ts';
import { formSchema } from './form-schema.ts';
import {
  boardGroupOf,
  completenessOf,
  daysLate,
  isFillable,
  isPossible,
  reportActs,
  standAfter,
  standOf,
  type ReportAct,
} from './report-standing.ts';
import { unusual } from './unusual.ts';

const form = formSchema.parse({
  sections: [
    {
      key: 's1',
      title: 'Una',
      items: [
        { key: 'all', kind: 'number', label: 'Todas', required: true, low: 0, high: 100 },
        {
          key: 'by-sex',
          kind: 'indicator',
          indicator: 'X',
          label: 'Por sexo',
          crossings: ['f', 'm'].map((sex) => ({ key: `sex=${sex}`, parts: { sex }, label: sex })),
        },
      ],
    },
  ],
  rules: [
    { key: 'r1', kind: 'sum-equals', left: ['by-sex'], right: ['all'], words: 'Las partes suman el total' },
  ],
});
const item = form.sections[0]?.items[0];
const value = (number: number): Answer => ({ state: 'value', number, text: null });
const codes = (answers: Record<string, Answer>, history: Record<string, number[]> = {}) =>
  checksOf(form, new Map(Object.entries(answers)), new Map(Object.entries(history))).map(({ code }) => code);

describe('what is typed', () => {
  it('is a number with point or comma, and with thousands where only whole numbers are asked for', () => {
    expect(
      ['7', '1.234', '1,234', '1.234.567', '1 234', '-3'].map((text) => parseFigure(text, false)),
    ).toEqual([7, 1234, 1234, 1_234_567, 1234, -3]);
    expect(
      ['12,5', '12.5', '1.234,5', '1,234.5', '0.125', '1.234'].map((text) => parseFigure(text, true)),
    ).toEqual([12.5, 12.5, 1234.5, 1234.5, 0.125, 1.234]);
    for (const text of ['', 'tres', '1.2.3', '1,', '--1', '1e5', '12-5', '1.23.456'])
      expect(parseFigure(text, true), text).toBeNull();
  });

  it('tells zero, no figure, not applicable and nothing apart', () => {
    if (!item) throw new Error('no item');
    expect(readAnswer(item, '0')).toEqual({ answer: value(0) });
    expect(readAnswer(item, 'N/D')).toMatchObject({ answer: { state: 'unknown', number: null } });
    expect(readAnswer(item, 'No aplica')).toMatchObject({ answer: { state: 'not-applicable' } });
    expect(readAnswer(item, '  ')).toEqual({ answer: null });
    expect(readAnswer(item, '1.5,2')).toMatchObject({ problem: { code: 'reporting.not-a-number' } });
  });
});

describe('what is questioned', () => {
  it('is what is missing, out of bounds, or against a rule between figures', () => {
    expect(codes({})).toEqual(['missing']);
    expect(codes({ all: value(120) })).toEqual(['out-of-range']);
    expect(codes({ all: value(5), 'by-sex/sex=f': value(3), 'by-sex/sex=m': value(1) })).toEqual([
      'sum-equals',
    ]);
    expect(codes({ all: value(5), 'by-sex/sex=f': value(3), 'by-sex/sex=m': value(2) })).toEqual([]);
  });

  it('is no rule of what was not all answered', () => {
    expect(codes({ all: value(5), 'by-sex/sex=f': value(3) })).toEqual([]);
  });

  it('departs from the own past, once there are six periods of it', () => {
    const past = [10, 12, 11, 9, 10, 13];
    expect(codes({ all: value(60) }, { all: past })).toEqual(['unusual']);
    expect(codes({ all: value(60) }, { all: past.slice(1) })).toEqual([]);
    expect(codes({ all: value(14) }, { all: past })).toEqual([]);
    expect(unusual(3, [0, 0, 0, 0, 0, 0])).toBeNull();
    expect(unusual(60, past)).toEqual({ low: 0, high: 22 });
  });
});

describe('a report', () => {
  it('stands as its acts say, whatever their order, and only what is possible is done', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...reportActs), { maxLength: 25 }),
        fc.integer({ min: 1, max: 4 }),
        (tried, steps) => {
          const done: ReportAct[] = [];
          for (const act of tried) {
            const stand = standOf(done, steps);
            if (isPossible(act, stand.standing)) done.push(act);
            else expect(() => standAfter(stand, act, steps)).toThrow('reporting.not-as-it-stands');
          }
          const { standing, step } = standOf(done, steps);
          expect(step === steps).toBe(standing === 'final');
          expect(isFillable(standing) && step > 0).toBe(false);
          const last = done.findLastIndex(
            (act) => act === 'sent' || act === 'corrected' || act === 'returned',
          );
          const approvals = done.slice(last + 1).filter((act) => act === 'approved').length;
          if (standing === 'approved' || standing === 'final') expect(approvals).toBe(step);
        },
      ),
    );
  });

  it('is late only after the last day with grace, and for good once it was sent late', () => {
    const cycle = { dueOn: '2026-03-15', graceDays: 5 };
    expect(daysLate({ ...cycle, firstSentOn: null }, '2026-03-20')).toBe(0);
    expect(daysLate({ ...cycle, firstSentOn: null }, '2026-03-21')).toBe(6);
    expect(daysLate({ ...cycle, firstSentOn: '2026-03-21' }, '2027-01-01')).toBe(6);
    const reports = [
      { standing: 'final', firstSentOn: '2026-03-01' },
      { standing: 'sent', firstSentOn: '2026-03-25' },
      { standing: 'not-started', firstSentOn: null },
    ] as const;
    expect(completenessOf(reports, cycle, '2026-04-01')).toMatchObject({
      expected: 3,
      sent: 2,
      inTime: 1,
      overdue: 1,
    });
    expect(boardGroupOf('reopened')).toBe('returned');
  });
});
