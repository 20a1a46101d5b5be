/** Commitments: who owes what to whom, by when, proved how. */
export const es = {
  'refusal.commitments.not-found': 'No hay un compromiso con esa dirección, o no está publicado.',
} as const;
