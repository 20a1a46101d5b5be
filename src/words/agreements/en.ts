/** Cooperation agreements: drafting and negotiating them. */
export const en = {
  'refusal.agreements.not-found': 'There is no agreement at that address, or it is not published.',
} as const;
