/** The administration of an installation: what needs attention, what was imported, whether it is well. */
export const es = {
  'administration.title': 'Administración',
} as const;
