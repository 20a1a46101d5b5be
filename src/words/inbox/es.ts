/** What somebody must do, by when and why; reminders. */
export const es = {
  'refusal.inbox.nothing-to-share': 'No hay nada que compartir en esa dirección.',
} as const;
