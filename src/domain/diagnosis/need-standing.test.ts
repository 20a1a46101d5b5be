import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#domain/shared/refusal.ts';
import { needActs, possibleActs, standingAfter, standingOf, type NeedAct } from './need-standing.ts';

describe('how things stand with a need', () => {
  it('follows from what was done to it', () => {
    expect(standingOf([])).toBe(null);
    expect(standingOf(['drafted', 'corrected', 'published', 'met', 'reopened', 'withdrawn'])).toBe(
      'withdrawn',
    );
    expect(standingOf(['published', 'merged', 'parted', 'absorbed', 'parted'])).toBe('current');
  });

  it('refuses what is not possible as it stands', () => {
    expect(() => standingAfter('draft', 'met')).toThrow(Refusal);
    expect(() => standingAfter('met', 'corrected')).toThrow(Refusal);
    expect(() => standingOf(['corrected'])).toThrow(Refusal);
  });

  it('never leads out of an annulment, and out of a merge only by parting', () => {
    expect(possibleActs('annulled')).toEqual([]);
    expect(possibleActs('merged')).toEqual(['parted']);
  });

  it('is never a draft again once it was published, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...needActs), { maxLength: 30 }), (tried) => {
        const done: NeedAct[] = ['published'];
        for (const act of tried) {
          const standing = standingOf(done);
          if (standing !== null && possibleActs(standing).includes(act)) done.push(act);
        }
        expect(standingOf(done)).not.toBe('draft');
      }),
    );
  });
});
