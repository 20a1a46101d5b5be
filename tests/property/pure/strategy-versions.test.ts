import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#domain/shared/refusal.ts';
import { approve, type VersionInLine } from '#domain/strategy/succession.ts';
import { standingAfter, standingOf, type VersionAct } from '#domain/strategy/version-standing.ts';

/** A version as this test keeps it: what it says is a text, and all that was done to it. */
type Version = VersionInLine & { readonly says: string; readonly acts: readonly VersionAct[] };
type Tried = { readonly what: (typeof deeds)[number]; readonly at: number; readonly day: number };

const deeds = ['start', 'write', 'open', 'close', 'approve', 'abandon'] as const;
const plain = {
  write: 'written',
  open: 'consultation-opened',
  close: 'consultation-closed',
  abandon: 'abandoned',
} as const;
const dayOf = (day: number) => `2026-01-${String(day).padStart(2, '0')}`;

/** Does what was tried, or refuses: the same rules that the services ask. */
function attempt(versions: readonly Version[], { what, at, day }: Tried, text: string): readonly Version[] {
  if (what === 'start') {
    const isOpen = versions.some(({ standing }) => standing === 'draft' || standing === 'consultation');
    if (isOpen) return versions;
    const base = versions.find(({ standing }) => standing === 'approved');
    const number = Math.max(0, ...versions.map((one) => one.number)) + 1;
    const made = {
      id: `v${number}`,
      number,
      standing: standingAfter(null, 'started'),
      says: base?.says ?? '',
    };
    return [...versions, { ...made, validFrom: null, validTo: null, acts: ['started'] }];
  }
  const version = versions[at % Math.max(1, versions.length)];
  if (!version) return versions;
  const change = (id: string, act: VersionAct, more: Partial<Version>) => (one: Version) =>
    one.id === id
      ? { ...one, standing: standingAfter(one.standing, act), acts: [...one.acts, act], ...more }
      : one;
  if (what !== 'approve') {
    const more = what === 'write' ? { says: text } : {};
    return versions.map(change(version.id, plain[what], more));
  }
  const act = { body: 'Gabinete', act: 'Decreto', on: dayOf(1), validFrom: dayOf(day) };
  const { approved, superseded } = approve(versions, version.id, act, dayOf(28));
  return versions
    .map(superseded ? change(superseded.id, 'superseded', { validTo: superseded.validTo }) : (one) => one)
    .map(change(approved.id, 'approved', { validFrom: approved.validFrom }));
}

const isClosed = ({ standing }: Version) => standing === 'approved' || standing === 'superseded';

describe('versions of a strategy, whatever is done to them', () => {
  it('are never two approved at once, rise in number, and never change once approved', () => {
    const tried = fc.record({
      what: fc.constantFrom(...deeds),
      at: fc.nat(6),
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(fc.array(tried, { maxLength: 60 }), (all) => {
        let versions: readonly Version[] = [];
        for (const [index, one] of all.entries()) {
          const before = versions;
          try {
            versions = attempt(before, one, `texto ${index}`);
          } catch (refusal) {
            expect(refusal).toBeInstanceOf(Refusal);
          }
          expect(versions.filter(({ standing }) => standing === 'approved').length).toBeLessThanOrEqual(1);
          expect(versions.map(({ number }) => number)).toEqual(versions.map((_version, place) => place + 1));
          for (const closed of before.filter(isClosed)) {
            const now = versions.find(({ id }) => id === closed.id);
            expect(now).toMatchObject({ says: closed.says, validFrom: closed.validFrom });
            expect(now && isClosed(now)).toBe(true);
          }
          for (const version of versions) expect(standingOf(version.acts)).toBe(version.standing);
        }
        // The days of those that were in force follow one another without a gap.
        const inForce = versions.filter(isClosed);
        for (const [index, version] of inForce.slice(1).entries())
          expect((inForce[index]?.validTo ?? '') < (version.validFrom ?? '')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
