/** The guided path of six sessions, and the inventory of all that is linked to prevention. */
export const en = {
  'refusal.planning.not-found': 'There is no guided path or inventory entry at that address.',
} as const;
