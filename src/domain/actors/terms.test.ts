import { describe, expect, it } from 'vitest';
import { Refusal } from '#domain/shared/refusal.ts';
import { refuseOutside, refuseReversed, refuseSecondHead } from './terms.ts';

const term = (id: string, holder: string | null, from: string, to: string | null) => ({
  id,
  holder,
  from,
  to,
});

function refusalOf(deed: () => void): Refusal {
  try {
    deed();
  } catch (problem) {
    if (problem instanceof Refusal) return problem;
    throw problem;
  }
  throw new Error('nothing was refused');
}

describe('terms of office', () => {
  it('refuse a second mayor for the same days and name both with their terms', () => {
    const heads = [
      term('1', 'Rosa Vega', '2019-07-01', '2024-07-01'),
      term('2', 'Tomás Lara', '2024-07-01', null),
    ];
    const refusal = refusalOf(() =>
      refuseSecondHead(heads, term('3', 'Ana Díaz', '2024-06-30', '2024-07-01')),
    );
    expect(refusal.code).toBe('actors.head-overlaps');
    expect(refusal.details.values).toEqual({
      existing: 'Rosa Vega',
      existingFrom: '2019-07-01',
      existingTo: '2024-07-01',
      proposed: 'Ana Díaz',
      proposedFrom: '2024-06-30',
      proposedTo: '2024-07-01',
    });
  });

  it('let one begin on the day the other ends, and let a term be corrected in place', () => {
    const heads = [term('1', 'Rosa Vega', '2019-07-01', '2024-07-01')];
    expect(() => refuseSecondHead(heads, term('2', 'Tomás Lara', '2024-07-01', null))).not.toThrow();
    expect(() => refuseSecondHead(heads, term('1', 'Rosa Vega', '2019-07-01', null))).not.toThrow();
  });

  it('refuse to end before they begin, or on the same day', () => {
    expect(refusalOf(() => refuseReversed({ from: '2024-07-01', to: '2024-07-01' })).code).toBe(
      'actors.term-reversed',
    );
    expect(() => refuseReversed({ from: null, to: '2024-07-01' })).not.toThrow();
  });

  it('refuse to lie outside the life of the structure', () => {
    const life = { from: '2020-01-01', to: '2025-01-01' };
    expect(refusalOf(() => refuseOutside({ from: '2019-12-31', to: null }, life)).code).toBe(
      'actors.term-outside',
    );
    expect(refusalOf(() => refuseOutside({ from: '2025-01-01', to: null }, life)).code).toBe(
      'actors.term-outside',
    );
    expect(() => refuseOutside({ from: '2020-01-01', to: null }, life)).not.toThrow();
  });
});
