/** What becomes of an agreement once it is signed. */
export const en = {
  'refusal.agreement-life.not-as-it-stands': 'That cannot be done to the agreement as it stands.',
} as const;
