import { deeds, type Deed } from './deeds.ts';

/** What a role may do, and how far: over everything in its territory, or there only within its organisation or structure. */
export type RoleRights = {
  readonly overTerritory: readonly Deed[];
  readonly withinOrganisation: readonly Deed[];
  readonly withinStructure: readonly Deed[];
  /** A role that means nothing without its organisation or structure. */
  readonly needs: 'organisation' | 'structure' | null;
};

const none = { overTerritory: [], withinOrganisation: [], withinStructure: [], needs: null } as const;

const coordination = [
  'see-private-contacts',
  'export',
  'see-accounts',
  'edit-organisation',
  'describe-work',
  'edit-structure',
  'edit-person',
  'edit-need',
  'see-unpublished',
  'edit-plan',
  'act-for-party',
  'see-figures',
  'report-figures',
  'review-figures',
  'merge',
  'hand-over',
  'import',
  'manage-accounts',
  'invite',
  'reset-access',
] as const satisfies readonly Deed[];

/**
 * The roles, from the minimum permission model. Every role is held over a territory and all below it.
 * Whoever may merge, hand over, invite or reset access also holds the deeds that those are made of (a test says which).
 */
export const roleRights = {
  /** Runs the installation for a country. */
  'national-admin': { ...none, overTerritory: deeds },
  /** The coordinating office: everything in its country but the installation itself. */
  'national-coordinator': {
    ...none,
    overTerritory: [
      ...coordination,
      'edit-territory',
      'read-audit',
      'erase',
      'edit-strategy',
      'review-plan',
      'oversee-agreement',
      'edit-indicator',
    ],
  },
  /** Keeps the figures; people's private details are not needed for that. */
  'national-analyst': {
    ...none,
    overTerritory: [
      'export',
      'edit-territory',
      'describe-work',
      'import',
      'see-figures',
      'edit-indicator',
      'review-figures',
    ],
  },
  /** Answers for an institution: its entry, its people, its accounts. */
  'institutional-coordinator': {
    ...none,
    withinOrganisation: [
      'see-private-contacts',
      'export',
      'see-accounts',
      'edit-organisation',
      'describe-work',
      'edit-person',
      'edit-plan',
      'act-for-party',
      'report-figures',
      'review-figures',
      'manage-accounts',
      'invite',
      'reset-access',
    ],
    needs: 'organisation',
  },
  /** Speaks for an institution in a territory: says what it does there. */
  'institutional-focal-point': {
    ...none,
    withinOrganisation: [
      'see-private-contacts',
      'export',
      'describe-work',
      'edit-plan',
      'act-for-party',
      'report-figures',
    ],
    needs: 'organisation',
  },
  /** The mayor's prevention officer. */
  'municipal-coordinator': { ...none, overTerritory: coordination },
  /** Keeps one committee: its seats, and the people and the needs of its territory. */
  'committee-secretary': {
    ...none,
    overTerritory: ['see-private-contacts', 'export', 'edit-person', 'edit-need'],
    withinStructure: ['edit-structure', 'edit-plan', 'act-for-party', 'report-figures'],
    needs: 'structure',
  },
  /** Keeps a monitoring commission: oversees the agreements that it follows. Given by the coordinating office, not by a party. */
  'commission-secretary': {
    ...none,
    overTerritory: ['export'],
    withinStructure: ['act-for-party', 'oversee-agreement'],
    needs: 'structure',
  },
  /** Reads and comments; sees colleagues of the own organisation. */
  member: { ...none, withinOrganisation: ['see-private-contacts'] },
  /** Follows what is funded. */
  donor: { ...none, overTerritory: ['export'] },
  trainer: { ...none, overTerritory: ['export'] },
  /** Reads everything and the trail, but nobody's private details. */
  auditor: {
    ...none,
    overTerritory: ['export', 'see-accounts', 'read-audit', 'see-unpublished', 'see-figures'],
  },
} as const satisfies Record<string, RoleRights>;

export type Role = keyof typeof roleRights;

/** Every role, widest first. */
export const roles = Object.keys(roleRights) as readonly Role[];

/** Whether text names a role. */
export function isRole(text: string): text is Role {
  return Object.hasOwn(roleRights, text);
}

/** What a role may do and how far. */
export function rightsOf(role: Role): RoleRights {
  return roleRights[role];
}
