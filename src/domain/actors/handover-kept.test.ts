import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access/actor.ts';
import { planKept, planRepresentations, type KeptThing, type Representation } from './handover-kept.ts';

const list = (id: string, personId: string): KeptThing => ({
  kind: 'sheet',
  id,
  title: id,
  accountId: `account-${personId}`,
  personId,
});

describe('lists in work', () => {
  it('go to the account of who comes, else to whoever hands over, else stay', () => {
    const things = [list('one', 'ana'), list('two', 'bea'), list('three', 'keeper')];
    const passings = [
      { from: 'ana', to: 'carla' },
      { from: 'bea', to: null },
      { from: 'keeper', to: 'diana' },
    ];
    const accounts = [{ id: 'account-carla', personId: 'carla' }];
    const planned = planKept(passings, things, accounts, 'account-keeper');
    expect(planned.map(({ thing, outcome, toAccountId }) => [thing.id, outcome, toAccountId])).toEqual([
      ['one', 'passes', 'account-carla'],
      ['two', 'to-keeper', 'account-keeper'],
      ['three', 'stays', null],
    ]);
  });

  it('are never left with who leaves while anybody else can take them, and nobody else’s move', () => {
    const names = fc.constantFrom('ana', 'bea', 'carla', 'diana');
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ from: names, to: fc.option(names) }), { selector: ({ from }) => from }),
        fc.array(names),
        fc.uniqueArray(names),
        names,
        (passings, owners, withAccount, keeper) => {
          const things = owners.map((owner, index) => list(`${index}`, owner));
          const accounts = withAccount.map((personId) => ({ id: `account-${personId}`, personId }));
          const planned = planKept(passings, things, accounts, `account-${keeper}`);
          for (const { thing, toAccountId, outcome } of planned) {
            expect(passings.some(({ from }) => from === thing.personId)).toBe(true);
            expect(outcome === 'stays').toBe(toAccountId === null);
            if (outcome === 'stays') expect(thing.personId).toBe(keeper);
          }
          const leaving = things.filter(({ personId }) => passings.some(({ from }) => from === personId));
          expect(planned.map(({ thing }) => thing)).toEqual(leaving);
        },
      ),
    );
  });
});

describe('signing for a party', () => {
  const coordinator: Actor = {
    kind: 'account',
    accountId: 'account',
    personId: 'person',
    name: 'Coordinación',
    username: 'coordina',
    via: 'session',
    sessionId: null,
    mayWrite: true,
    scope: { accountId: 'account', personId: 'person', reach: {} },
    roles: [
      {
        role: 'municipal-coordinator',
        territoryId: 100,
        lastId: 199,
        organisationId: null,
        structureId: null,
      },
    ],
  };
  const at = (territoryId: number): Representation => ({
    partyId: `party-${territoryId}`,
    agreementId: 'agreement',
    version: 1,
    personId: 'ana',
    party: { kind: 'organisation', id: 'municipality', territoryId },
  });

  it('passes, or waits for somebody, only where whoever hands over may; the rest is named', () => {
    const outcomes = (to: string | null) =>
      planRepresentations(coordinator, [{ from: 'ana', to }], [at(150), at(250)]).map(
        ({ outcome }) => outcome,
      );
    expect(outcomes('bea')).toEqual(['passes', 'not-yours']);
    expect(outcomes(null)).toEqual(['vacant', 'not-yours']);
    expect(planRepresentations(coordinator, [{ from: 'carla', to: 'bea' }], [at(150)])).toEqual([]);
  });
});
