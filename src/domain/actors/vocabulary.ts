/** What an organisation is. Words: `actors.kind.<kind>`. */
export const organisationKinds = [
  'ministry',
  'vice-ministry',
  'office',
  'autonomous-institution',
  'police',
  'justice-institution',
  'control-body',
  'cabinet',
  'governorate',
  'municipality',
  'communal-board',
  'indigenous-authority',
  'cso',
  'community-association',
  'church',
  'academia',
  'business',
  'network',
  'international',
  'donor',
  'other',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** What an organisation is about. Words: `actors.sector.<sector>`. */
export const sectors = [
  'security',
  'justice',
  'social',
  'childhood',
  'women',
  'youth',
  'education',
  'health',
  'labour',
  'sport-culture',
  'housing',
  'disability',
  'planning-finance',
  'statistics',
  'government',
  'local-government',
  'indigenous',
  'civil-society',
  'private',
  'cooperation',
  'other',
] as const;
export type Sector = (typeof sectors)[number];

/** The level at which an organisation works. Words: `actors.level.<level>`. */
export const organisationLevels = ['international', 'national', 'regional', 'municipal', 'local'] as const;
export type OrganisationLevel = (typeof organisationLevels)[number];

/** How things stand with an organisation. Words: `actors.standing.<standing>`. */
export const organisationStandings = ['active', 'ended', 'merged', 'annulled'] as const;
export type OrganisationStanding = (typeof organisationStandings)[number];

/** How things stand with a person. Words: `actors.standing.<standing>`. */
export const personStandings = ['active', 'left', 'merged', 'annulled', 'erased'] as const;
export type PersonStanding = (typeof personStandings)[number];

/** How things stand with a structure. */
export const structureStandings = ['active', 'ended', 'annulled'] as const;
export type StructureStanding = (typeof structureStandings)[number];

/** What a structure is. Legal names differ by country and come with the pack. Words: `actors.structure.<kind>`. */
export const structureKinds = [
  'national-board',
  'regional-board',
  'municipal-board',
  'security-council',
  'local-committee',
  'thematic-table',
  'technical-group',
  'monitoring-commission',
  'child-protection-board',
  'youth-committee',
  'local-network',
  'other-structure',
] as const;
export type StructureKind = (typeof structureKinds)[number];

/** How a territory is governed. Words: `actors.authority.<kind>`. */
export const authorityKinds = ['municipality', 'government', 'congress', 'traditional', 'board'] as const;
export type AuthorityKind = (typeof authorityKinds)[number];

/** What a post is. Words: `actors.post.<kind>`. */
export const postKinds = ['head', 'focal-point', 'liaison', 'officer'] as const;
export type PostKind = (typeof postKinds)[number];

/** What a seat does in its structure. Words: `actors.seat.<role>`. */
export const seatRoles = ['chair', 'secretary', 'member', 'observer'] as const;
export type SeatRole = (typeof seatRoles)[number];

/** In which capacity somebody holds a seat. Words: `actors.capacity.<capacity>`. */
export const capacities = ['principal', 'alternate'] as const;
export type Capacity = (typeof capacities)[number];

/** Who sees how to reach somebody. Words: `actors.visibility.<visibility>`. */
export const visibilities = ['territory', 'network', 'public'] as const;
export type Visibility = (typeof visibilities)[number];

/** Ways to reach somebody. Words: `actors.channel.<channel>`. */
export const channels = ['phone', 'mobile', 'email', 'address', 'web'] as const;
export type Channel = (typeof channels)[number];

/** Levels of prevention. Words: `actors.prevention.<level>`. */
export const preventionLevels = ['primary', 'secondary', 'tertiary'] as const;
export type PreventionLevel = (typeof preventionLevels)[number];

/** What became of a predecessor. Words: `actors.succession.<kind>`. */
export const successionKinds = ['succeeded', 'merged', 'split'] as const;
export type SuccessionKind = (typeof successionKinds)[number];

/** What a norm expects. Words: `actors.expects.<kind>`. */
export const expectations = ['structure', 'function', 'authority', 'post'] as const;
export type Expectation = (typeof expectations)[number];

/** Whether text is one of a closed list; narrows it. */
export function isOneOf<const List extends readonly string[]>(
  list: List,
  text: string,
): text is List[number] {
  return list.includes(text);
}
