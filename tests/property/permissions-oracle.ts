import type { World } from './permissions-world.ts';

// Who may do what, written a second time from the sentences of the permission model, knowing nothing of src/domain/access:
// by deed instead of by role, and by climbing the tree instead of comparing numbers. "Account 0" acts.

/** Where a deed is done, by the places of things in their lists. */
export type Spot = {
  readonly territory?: number | null;
  readonly organisation?: number | null;
  readonly structure?: number | null;
  readonly person?: number;
  readonly account?: number;
};

type Sentence = {
  /** These roles may, in their territory and below. */
  readonly there: readonly string[];
  /** These roles may, there, for things of their own organisation. */
  readonly forTheirOrganisation?: readonly string[];
  /** These roles may, there, for their own structure. */
  readonly forTheirStructure?: readonly string[];
};

const coordinators = ['national-admin', 'national-coordinator', 'municipal-coordinator'];
const countryOffice = ['national-admin', 'national-coordinator'];
const institutions = ['institutional-coordinator'];

export const sentences: Readonly<Record<string, Sentence>> = {
  'see-private-contacts': {
    there: [...coordinators, 'committee-secretary'],
    forTheirOrganisation: [...institutions, 'institutional-focal-point', 'member'],
  },
  export: {
    there: [
      ...coordinators,
      'national-analyst',
      'committee-secretary',
      'commission-secretary',
      'donor',
      'trainer',
      'auditor',
    ],
    forTheirOrganisation: [...institutions, 'institutional-focal-point'],
  },
  'see-accounts': { there: [...coordinators, 'auditor'], forTheirOrganisation: institutions },
  'read-audit': { there: [...countryOffice, 'auditor'] },
  'edit-territory': { there: [...countryOffice, 'national-analyst'] },
  'edit-organisation': { there: coordinators, forTheirOrganisation: institutions },
  'describe-work': {
    there: [...coordinators, 'national-analyst'],
    forTheirOrganisation: [...institutions, 'institutional-focal-point'],
  },
  'edit-structure': { there: coordinators, forTheirStructure: ['committee-secretary'] },
  'edit-person': { there: [...coordinators, 'committee-secretary'], forTheirOrganisation: institutions },
  'edit-need': { there: [...coordinators, 'committee-secretary'] },
  'see-unpublished': { there: [...coordinators, 'auditor'] },
  'edit-strategy': { there: countryOffice },
  'edit-plan': {
    there: coordinators,
    forTheirOrganisation: [...institutions, 'institutional-focal-point'],
    forTheirStructure: ['committee-secretary'],
  },
  'review-plan': { there: countryOffice },
  'act-for-party': {
    there: coordinators,
    forTheirOrganisation: [...institutions, 'institutional-focal-point'],
    forTheirStructure: ['committee-secretary', 'commission-secretary'],
  },
  'oversee-agreement': { there: countryOffice, forTheirStructure: ['commission-secretary'] },
  'see-figures': { there: [...coordinators, 'national-analyst', 'auditor'] },
  'edit-indicator': { there: [...countryOffice, 'national-analyst'] },
  'report-figures': {
    there: coordinators,
    forTheirOrganisation: [...institutions, 'institutional-focal-point'],
    forTheirStructure: ['committee-secretary'],
  },
  'review-figures': { there: [...coordinators, 'national-analyst'], forTheirOrganisation: institutions },
  merge: { there: coordinators },
  'hand-over': { there: coordinators },
  import: { there: [...coordinators, 'national-analyst'] },
  'manage-accounts': { there: coordinators, forTheirOrganisation: institutions },
  invite: { there: coordinators, forTheirOrganisation: institutions },
  'reset-access': { there: coordinators, forTheirOrganisation: institutions },
  erase: { there: countryOffice },
};

const merelyLooking = new Set([
  'see-private-contacts',
  'export',
  'see-accounts',
  'read-audit',
  'see-unpublished',
  'see-figures',
]);

function isIn(world: World, territory: number | null | undefined, above: number): boolean {
  if (territory === null || territory === undefined) return false;
  return territory === above || isIn(world, world.parents[territory], above);
}

/** Whether account 0 may. */
export function oracleMay(world: World, deed: string, spot: Spot): boolean {
  if (!world.mayWrite && !merelyLooking.has(deed)) return false;
  if (spot.account === 0 && (deed === 'see-accounts' || deed === 'read-audit')) return true;
  const myself = world.accounts[0]?.person;
  if (
    spot.person !== undefined &&
    spot.person === myself &&
    ['see-private-contacts', 'edit-person'].includes(deed)
  )
    return true;
  const mine = world.held.filter((held) => held.account === 0);
  if (deed === 'manage-installation') return mine.some((held) => held.role === 'national-admin');
  const sentence = sentences[deed];
  if (!sentence) throw new Error(`no sentence for ${deed}`);
  return mine.some((held) => {
    if (!isIn(world, spot.territory, held.territory)) return false;
    if (sentence.there.includes(held.role)) return true;
    const isTheirOrganisation = held.organisation !== null && held.organisation === spot.organisation;
    if (isTheirOrganisation && sentence.forTheirOrganisation?.includes(held.role)) return true;
    const isTheirStructure = held.structure !== null && held.structure === spot.structure;
    return isTheirStructure && (sentence.forTheirStructure?.includes(held.role) ?? false);
  });
}

export type Grant = {
  readonly role: string;
  readonly territory: number;
  readonly organisation: number | null;
  readonly structure: number | null;
};

/** Whether account 0 may grant: it manages accounts wherever the role reaches, and may do there whatever the role may. */
export function oracleMayGrant(world: World, grant: Grant): boolean {
  const may = (deed: string, spot: Spot) =>
    oracleMay(world, deed, spot) && oracleMay(world, 'manage-accounts', spot);
  const { role, territory, organisation, structure } = grant;
  const isAdministration = role === 'national-admin' ? oracleMay(world, 'manage-installation', {}) : true;
  return (
    isAdministration &&
    Object.entries(sentences).every(
      ([deed, { there, forTheirOrganisation = [], forTheirStructure = [] }]) =>
        (!there.includes(role) || may(deed, { territory })) &&
        (!forTheirOrganisation.includes(role) || may(deed, { territory, organisation })) &&
        (!forTheirStructure.includes(role) || may(deed, { territory, structure })),
    )
  );
}
