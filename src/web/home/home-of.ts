/** A role as the session tells it. */
type Held = {
  readonly role: string;
  readonly territory: { readonly reference: string };
  readonly organisation: { readonly id: string } | null;
  readonly structure: { readonly id: string } | null;
};

/** Which question the first screen answers, and about what. */
export type HomeOf =
  | { readonly kind: 'situation' | 'municipality' | 'overview'; readonly reference: string }
  | { readonly kind: 'committee'; readonly structureId: string; readonly reference: string }
  | { readonly kind: 'institution'; readonly organisationId: string; readonly reference: string };

// Widest first: who coordinates a country and also sits on a committee begins with the country.
const order = [
  'national-coordinator',
  'national-admin',
  'national-analyst',
  'municipal-coordinator',
  'committee-secretary',
  'commission-secretary',
  'institutional-coordinator',
  'institutional-focal-point',
  'auditor',
  'donor',
  'trainer',
  'member',
];

/** The first screen of somebody who holds these roles; without any, the country of their home. */
export function homeOf(roles: readonly Held[], home: string): HomeOf {
  const place = (role: string) => (order.includes(role) ? order.indexOf(role) : order.length);
  const [first] = roles.toSorted((one, other) => place(one.role) - place(other.role));
  const country = home.split('-')[0] ?? home;
  if (!first) return { kind: 'overview', reference: country };
  const { reference } = first.territory;
  if (first.role.startsWith('national-')) return { kind: 'situation', reference };
  if (first.role === 'municipal-coordinator') return { kind: 'municipality', reference };
  if ((first.role === 'committee-secretary' || first.role === 'commission-secretary') && first.structure)
    return { kind: 'committee', structureId: first.structure.id, reference };
  if ((first.role.startsWith('institutional-') || first.role === 'member') && first.organisation)
    return { kind: 'institution', organisationId: first.organisation.id, reference };
  return { kind: 'overview', reference: country };
}
