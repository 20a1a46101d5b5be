/** What becomes of an agreement once it is signed. */
export const es = {
  'refusal.agreement-life.not-as-it-stands': 'Eso no se puede hacer con el convenio en su estado actual.',
} as const;
