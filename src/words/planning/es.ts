/** The guided path of six sessions, and the inventory of all that is linked to prevention. */
export const es = {
  'refusal.planning.not-found': 'No hay una ruta de trabajo ni un registro del inventario con esa dirección.',
} as const;
