import { defineOperations } from '../operation.ts';

export const strategyOperations = defineOperations('strategy', {});
