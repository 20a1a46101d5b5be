import { describe, expect, it } from 'vitest';
import { primarySuppression } from './primary-suppression.ts';

const open = { threshold: 5, zeros: 'shown' } as const;
const reasonsOf = (found: ReturnType<typeof primarySuppression>) =>
  [...found].map(([id, { reason }]) => [id, reason]);

describe('what may not be told', () => {
  it('is a count from one to below the threshold of whoever reads', () => {
    const cells = [0, 1, 2, 3, 4, 5].map((value) => ({ id: String(value), value }));
    expect([...primarySuppression(cells, [], open).keys()]).toEqual(['1', '2', '3', '4']);
    expect([...primarySuppression(cells, [], { ...open, threshold: 3 }).keys()]).toEqual(['1', '2']);
  });

  it('is a zero too, where "nobody" tells something', () => {
    const cells = [{ id: 'none', value: 0 }];
    expect(reasonsOf(primarySuppression(cells, [], { ...open, zeros: 'protected' }))).toEqual([
      ['none', 'zero'],
    ]);
  });

  it('leaves out what is public already and what cannot be', () => {
    const cells = [
      { id: 'published', value: 2, standing: 'public' as const },
      { id: 'never', value: 0, standing: 'impossible' as const },
      { id: 'strip', value: 2, standing: 'hidden' as const },
    ];
    expect([...primarySuppression(cells, [], { ...open, zeros: 'protected' }).keys()]).toEqual(['strip']);
  });

  it('is a group of which everyone is the same', () => {
    const cells = [
      { id: 'victims', value: 20 },
      { id: 'others', value: 0 },
      { id: 'class', value: 20 },
    ];
    const sums = [{ whole: 'class', parts: ['victims', 'others'], revealing: true }];
    expect(primarySuppression(cells, sums, open).get('victims')).toEqual({
      reason: 'whole-group',
      lower: 15,
      upper: 20,
    });
    expect(
      primarySuppression(
        cells,
        [{ ...sums[0], whole: 'class', parts: ['victims', 'others'], revealing: false }],
        open,
      ).size,
    ).toBe(0);
  });
});
