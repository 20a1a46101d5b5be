/** Agreements already in force, and spreadsheets of commitments. */
export const es = {
  'refusal.registering.import-not-found': 'No hay una importación con esa dirección.',
} as const;
