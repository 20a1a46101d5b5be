import type { es } from './es.ts';

export const en = {} as const satisfies Record<keyof typeof es, string>;
