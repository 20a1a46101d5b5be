import { defineOperations } from '../operation.ts';

/** Looking at figures: explorer, views, dashboards. */
export const analysisOperations = defineOperations('analysis', {});
