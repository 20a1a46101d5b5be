import { describe, expect, it } from 'vitest';
import type { Actor, HeldRole } from '#domain/access/actor.ts';
import { visitorScope } from '#domain/access/scope.ts';
import { heldParties } from './held-parties.ts';

const holding = (roles: readonly Partial<HeldRole>[]): Actor => ({
  kind: 'account',
  accountId: 'a',
  personId: 'p',
  name: 'Oficial de ejemplo',
  username: 'oficial',
  scope: visitorScope,
  via: 'session',
  sessionId: null,
  mayWrite: true,
  roles: roles.map((role) => ({
    role: 'member',
    territoryId: 1,
    lastId: 9,
    organisationId: null,
    structureId: null,
    ...role,
  })),
});

describe('those for whom somebody acts', () => {
  it('are the organisations and structures of the roles that act for parties, each once', () => {
    const roles: Partial<HeldRole>[] = [
      { role: 'municipal-coordinator', organisationId: 'commune' },
      { role: 'institutional-focal-point', organisationId: 'commune' },
      { role: 'committee-secretary', structureId: 'committee' },
      { role: 'member', organisationId: 'ministry' },
    ];
    expect(heldParties(holding(roles))).toEqual(['commune', 'committee']);
    expect(heldParties({ kind: 'visitor', scope: visitorScope })).toEqual([]);
  });
});
