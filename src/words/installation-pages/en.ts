import type { es } from './es.ts';

export const en = {
  'administration.title': 'Administration',
} as const satisfies Record<keyof typeof es, string>;
