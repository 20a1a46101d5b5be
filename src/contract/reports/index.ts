import { defineOperations } from '../operation.ts';

/** Documents made of figures. */
export const reportsOperations = defineOperations('reports', {});
