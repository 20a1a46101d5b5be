import { describe, expect, it } from 'vitest';
import type { Deed } from './deeds.ts';
import { rightsOf, roles } from './roles.ts';

const reaches = ['overTerritory', 'withinOrganisation', 'withinStructure'] as const;

/** Deeds that are made of others: a role that holds one holds, as far, the others too. */
const madeOf: Partial<Record<Deed, readonly Deed[]>> = {
  'edit-person': ['see-private-contacts'],
  merge: ['edit-organisation', 'edit-structure', 'edit-person', 'describe-work'],
  'hand-over': ['edit-organisation', 'edit-structure', 'edit-person'],
  'manage-accounts': ['see-accounts'],
  invite: ['manage-accounts', 'edit-person'],
  'reset-access': ['manage-accounts'],
  erase: ['manage-accounts', 'edit-person'],
};

describe.each(roles)('the role %s', (role) => {
  const rights = rightsOf(role);

  it.each(Object.entries(madeOf))('that holds %s holds what it is made of', (deed, parts) => {
    for (const reach of reaches) {
      const given: readonly Deed[] = rights[reach];
      const whole: readonly Deed[] = rights.overTerritory;
      if (!given.includes(deed as Deed)) continue;
      expect(parts.filter((part) => !given.includes(part) && !whole.includes(part))).toEqual([]);
    }
  });

  it('is bound to an organisation or to a structure, never to both', () => {
    expect(rights.withinOrganisation.length === 0 || rights.withinStructure.length === 0).toBe(true);
  });

  it('gives something', () => {
    expect(reaches.some((reach) => rights[reach].length > 0)).toBe(true);
  });
});

describe('the roles', () => {
  it('show an auditor, an analyst, a donor and a trainer nobody’s private details', () => {
    for (const role of ['auditor', 'national-analyst', 'donor', 'trainer'] as const) {
      for (const reach of reaches) expect(rightsOf(role)[reach], role).not.toContain('see-private-contacts');
    }
  });

  it('let only administrators run the installation', () => {
    const running = roles.filter((role) => rightsOf(role).overTerritory.includes('manage-installation'));
    expect(running).toEqual(['national-admin']);
  });
});
