/** Whom a problem affects. Words: `diagnosis.group.<group>`. `other` is said in own words. */
export const affectedGroups = [
  'whole-population',
  'women',
  'children-adolescents',
  'young-people',
  'older-people',
  'indigenous-people',
  'afro-descendants',
  'migrants',
  'people-with-disability',
  'lgbtiq',
  'people-leaving-prison',
  'other',
] as const;
export type AffectedGroup = (typeof affectedGroups)[number];

/** Kinds of violence: there is no one violence but several. Words: `diagnosis.violence.<kind>`. */
export const violenceKinds = [
  'homicide',
  'domestic',
  'gender-based',
  'sexual',
  'against-children',
  'school',
  'youth',
  'gangs',
  'robbery',
  'coexistence',
  'against-older-people',
  'trafficking',
  'digital',
  'self-inflicted',
  'institutional',
  'several',
] as const;
export type ViolenceKind = (typeof violenceKinds)[number];

/** The levels of the ecological model, from the person outwards. Words: `diagnosis.ecological.<level>`. */
export const ecologicalLevels = ['individual', 'relationship', 'community', 'society'] as const;
export type EcologicalLevel = (typeof ecologicalLevels)[number];

/** Whether a factor makes violence likelier or less likely. Words: `diagnosis.factor.<effect>`. */
export const factorEffects = ['risk', 'protective'] as const;
export type FactorEffect = (typeof factorEffects)[number];

/** Where a need comes from. Words: `diagnosis.source.<kind>`. */
export const sourceKinds = ['diagnosis', 'meeting', 'survey', 'data', 'report', 'request', 'other'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** How much it matters, highest first; always with the reason. Words: `diagnosis.priority.<priority>`. */
export const priorities = ['high', 'medium', 'low'] as const;
export type Priority = (typeof priorities)[number];

/** How things stand with a need. Words: `diagnosis.standing.<standing>`. */
export const needStandings = ['draft', 'current', 'met', 'withdrawn', 'merged', 'annulled'] as const;
export type NeedStanding = (typeof needStandings)[number];
