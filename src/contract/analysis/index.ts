import { lookingOperations } from './figures.ts';

/** Looking at figures: explorer, views, dashboards. */
export const analysisOperations = { ...lookingOperations };
