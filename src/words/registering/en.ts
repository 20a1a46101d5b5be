/** Agreements already in force, and spreadsheets of commitments. */
export const en = {
  'refusal.registering.import-not-found': 'There is no import at that address.',
} as const;
