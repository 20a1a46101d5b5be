/** Commitments: who owes what to whom, by when, proved how. */
export const en = {
  'refusal.commitments.not-found': 'There is no commitment at that address, or it is not published.',
} as const;
