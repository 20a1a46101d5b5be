/** Whole population, those at risk, or after the event. Words: `strategy.prevention-level.<level>`. */
export const preventionLevels = ['primary', 'secondary', 'tertiary'] as const;
export type PreventionLevel = (typeof preventionLevels)[number];

/** Causes, opportunities, community, policing, surroundings. Words: `strategy.prevention-type.<type>`. */
export const preventionTypes = ['social', 'situational', 'community', 'policing', 'cpted'] as const;
export type PreventionType = (typeof preventionTypes)[number];

/** The seven INSPIRE strategies for ending violence against children (WHO and partners, 2016). Words: `strategy.inspire.<strategy>`. */
export const inspireStrategies = [
  'laws',
  'norms',
  'safe-environments',
  'parents',
  'income',
  'response',
  'education',
] as const;
export type InspireStrategy = (typeof inspireStrategies)[number];

/** What an element of a strategy is. Levels are named per country; these are the kinds behind the names. */
export const elementKinds = ['axis', 'objective', 'line'] as const;
export type ElementKind = (typeof elementKinds)[number];

/** How things stand with a version of a strategy. Words: `strategy.standing.<standing>`. */
export const versionStandings = ['draft', 'consultation', 'approved', 'superseded', 'abandoned'] as const;
export type VersionStanding = (typeof versionStandings)[number];

/** Whether an indicator should rise, fall or stay. Words: `strategy.direction.<direction>`. */
export const indicatorDirections = ['up', 'down', 'keep'] as const;
export type IndicatorDirection = (typeof indicatorDirections)[number];

/** Who leads an element and who supports it. Words: `strategy.role.<role>`. */
export const elementRoles = ['lead', 'support'] as const;
export type ElementRole = (typeof elementRoles)[number];

/** What can be aligned to a line. Words: `strategy.aligned.<kind>`. */
export const alignedKinds = ['plan', 'agreement', 'commitment'] as const;
export type AlignedKind = (typeof alignedKinds)[number];
