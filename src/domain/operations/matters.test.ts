import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matterKinds, rankMatters, type Ranked } from './matters.ts';

const matter = (kind: Ranked['kind'], held: number, on: string, id = on): Ranked => ({ kind, held, on, id });

describe('the order of what needs attention', () => {
  it('puts what holds back more of others first, and what merely ends last', () => {
    const ranked = rankMatters([
      matter('ending', 0, '2026-03-01'),
      matter('plan', 0, '2026-02-01'),
      matter('holding-back', 1, '2026-01-01'),
      matter('holding-back', 2, '2026-02-10'),
      matter('help', 0, '2026-02-02'),
      matter('notice', 0, '2026-02-03'),
    ]);
    expect(ranked.map(({ kind, held }) => `${kind} ${held}`)).toEqual([
      'holding-back 2',
      'holding-back 1',
      'notice 0',
      'help 0',
      'plan 0',
      'ending 0',
    ]);
  });

  it('does not depend on the order in which things are found', () => {
    const any = fc.record({
      kind: fc.constantFrom(...matterKinds),
      held: fc.nat(3),
      on: fc.constantFrom('2026-01-01', '2026-02-01'),
      id: fc.uuid(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: ({ id }) => id }), (matters) => {
        expect(rankMatters(matters.toReversed())).toEqual(rankMatters(matters));
      }),
    );
  });
});
