/** Cooperation agreements: drafting and negotiating them. */
export const es = {
  'refusal.agreements.not-found': 'No hay un convenio con esa dirección, o no está publicado.',
} as const;
