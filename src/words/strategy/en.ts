/** The strategy: axes, objectives, lines of action, their versions and what is aligned to them. */
export const en = {
  'refusal.strategy.not-found': 'There is no strategy at that address, or it is not published.',
  'strategy.prevention-level.primary': 'Primary: for the whole population',
  'strategy.prevention-level.secondary': 'Secondary: for people at risk',
  'strategy.prevention-level.tertiary': 'Tertiary: after violence',
  'strategy.prevention-type.social': 'Social: on causes',
  'strategy.prevention-type.situational': 'Situational: on opportunities',
  'strategy.prevention-type.community': 'Community',
  'strategy.prevention-type.policing': 'Policing',
  'strategy.prevention-type.cpted': 'Of surroundings (CPTED)',
  'strategy.inspire.laws': 'Implementation and enforcement of laws',
  'strategy.inspire.norms': 'Norms and values',
  'strategy.inspire.safe-environments': 'Safe environments',
  'strategy.inspire.parents': 'Parent and caregiver support',
  'strategy.inspire.income': 'Income and economic strengthening',
  'strategy.inspire.response': 'Response and support services',
  'strategy.inspire.education': 'Education and life skills',
} as const;
