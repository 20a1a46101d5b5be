import { defineOperations } from '../operation.ts';

/** Figures: series, values, imports, roll-ups, corrections. */
export const valuesOperations = defineOperations('values', {});
