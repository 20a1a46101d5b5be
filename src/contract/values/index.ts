import { figureOperations } from './figures.ts';

/** Figures: series, values, roll-ups, corrections. */
export const valuesOperations = { ...figureOperations };
