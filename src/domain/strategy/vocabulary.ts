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
