import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agreementActNames,
  agreementActs,
  agreementStandings,
  beforeSigning,
  isPossible,
  possibleActs,
  standingAfter,
  standingOn,
  type AgreementStanding,
} from './lifecycle.ts';

describe('the life of an agreement', () => {
  it('begins by drafting it or by registering it as it stands', () => {
    expect(agreementActNames.filter((act) => isPossible(null, act))).toEqual(['drafted', 'registered']);
  });

  it('binds nobody by any way but signature or registration', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...agreementActNames), { maxLength: 30 }), (tries) => {
        let standing: AgreementStanding | null = null;
        const done: string[] = [];
        for (const act of tries) {
          if (!isPossible(standing, act)) continue;
          standing = standingAfter(standing, act);
          done.push(act);
        }
        if (standing !== null && !['abandoned', ...beforeSigning].includes(standing)) {
          expect(done.some((act) => act === 'signed-by-all' || act === 'registered')).toBe(true);
        }
      }),
    );
  });

  it('is over when it is closed, abandoned or annulled, but for what an order strikes', () => {
    expect(possibleActs('abandoned')).toEqual(['struck-file']);
    expect(possibleActs('annulled')).toEqual(['struck-file']);
    expect(possibleActs('closed')).toEqual(['annulled', 'redacted', 'struck-file']);
  });

  it('never goes back before the signature', () => {
    const after = agreementStandings.filter((one) => !(beforeSigning as readonly string[]).includes(one));
    for (const standing of after) {
      for (const act of possibleActs(standing)) {
        expect(beforeSigning as readonly string[]).not.toContain(standingAfter(standing, act));
      }
    }
  });

  it('refuses to extend after the end', () => {
    expect(() => standingAfter('expired', 'extended')).toThrow('agreement-life.not-as-it-stands');
  });

  it('cannot be closed without a settlement', () => {
    expect(agreementActs.closed.from).toEqual(['settlement']);
  });

  it('ends with its last day without anybody writing it', () => {
    const agreement = { standing: 'in-force', endsOn: '2026-06-30' } as const;
    expect(standingOn(agreement, '2026-06-30')).toBe('in-force');
    expect(standingOn(agreement, '2026-07-01')).toBe('expired');
    expect(standingOn({ standing: 'settlement', endsOn: '2026-06-30' }, '2026-07-01')).toBe('settlement');
  });
});
