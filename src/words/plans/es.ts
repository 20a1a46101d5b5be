/** Plans of municipalities, committees and institutions. */
export const es = {
  'refusal.plans.not-found': 'No hay un plan con esa dirección, o no está publicado.',
} as const;
