import { defineOperations } from '../operation.ts';

export const planningOperations = defineOperations('planning', {});
