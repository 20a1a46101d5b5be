import { describe, expect, it } from 'vitest';
import type { Norm } from '#domain/actors/missing.ts';
import { dayAfter, endsSoon, firstToCall, standingOf, weightOfVacancy } from './situation.ts';

const norm = (id: string, what: string): Norm => ({
  id,
  territoryKind: 'district',
  expects: 'structure',
  what,
  name: id,
  nameEn: id,
  known: true,
  required: true,
  sourceId: 's',
  note: null,
});

describe('what needs attention', () => {
  it('tells of a term in its last ninety days, not before and not after', () => {
    const term = { from: '2025-01-01', to: '2026-06-01' };
    expect(dayAfter('2026-03-03', 90)).toBe('2026-06-01');
    expect(
      ['2026-03-02', '2026-03-03', '2026-05-31', '2026-06-01'].map((day) => endsSoon(term, day)),
    ).toEqual([false, true, true, false]);
    expect(endsSoon({ from: '2025-01-01', to: null }, '2026-05-31')).toBe(false);
  });

  it('puts territories into classes: all, some or nothing of what is expected, or no norm', () => {
    const norms = [norm('board', 'municipal-board'), norm('committee', 'local-committee|local-network')];
    const of = (present: string[], kind = 'district') => standingOf(norms, { kind }, present).standing;
    expect(of(['municipal-board', 'local-network'])).toBe('complete');
    expect(of(['municipal-board'])).toBe('partly');
    expect(of(['thematic-table'])).toBe('lacking');
    expect(of([], 'comarca')).toBe('no-norm');
    const unknown = norms.map((one) => ({ ...one, known: false }));
    const ofUnknown = (present: string[], absent: string[] = []) =>
      standingOf(unknown, { kind: 'district' }, present, absent).standing;
    expect(ofUnknown([])).toBe('unknown');
    expect(ofUnknown([], ['board'])).toBe('lacking');
    expect(ofUnknown(['municipal-board'])).toBe('partly');
  });

  it('calls the officer of the own government before a head, an institution or an alternate', () => {
    const post = (kind: string, organisationId: string, alternate = false) => ({
      kind,
      organisationId,
      alternate,
    });
    const officer = post('officer', 'town');
    expect(firstToCall([post('head', 'town'), post('focal-point', 'ministry'), officer], ['town'])).toBe(
      officer,
    );
    const head = post('head', 'ministry');
    expect(firstToCall([post('officer', 'town', true), head], ['town'])).toBe(head);
    expect(firstToCall([], [])).toBeUndefined();
  });

  it('weighs a board without a chair before one without a member', () => {
    expect([[{ role: 'member' }], [{ role: 'chair' }], [{ role: 'secretary' }]].map(weightOfVacancy)).toEqual(
      [2, 0, 1],
    );
  });
});
