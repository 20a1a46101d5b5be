/**
 * What somebody does for prevention: the closed catalogue of functions that the diagnosis of structures is written in.
 * Words: `actors.function.<function>`.
 */
export const preventionFunctions = [
  'lead-authority', // sets the policy and answers for it
  'coordination', // brings institutions together and follows what they agree
  'statistics', // counts, publishes, observes
  'community-policing',
  'situational', // lighting, visible and used places, controls of access
  'urban-space',
  'schools', // coexistence in schools and keeping children in them
  'childhood',
  'youth',
  'gender-violence',
  'family',
  'health', // injuries, mental health, alcohol and drugs
  'drugs',
  'social-protection',
  'disability',
  'employment',
  'sport-culture',
  'community-organisation',
  'community-justice', // justices of the peace and mediation; never for violence by a partner
  'justice',
  'victims',
  'rehabilitation',
  'rights',
  'training',
  'funding',
  'planning',
] as const;

export type PreventionFunction = (typeof preventionFunctions)[number];

/** Whether text names a function of the catalogue. */
export function isPreventionFunction(text: string): text is PreventionFunction {
  return (preventionFunctions as readonly string[]).includes(text);
}
