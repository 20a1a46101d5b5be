import { defineOperations } from '../operation.ts';

export const plansOperations = defineOperations('plans', {});
