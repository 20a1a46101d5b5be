import { defineOperations } from '../operation.ts';

export const agreementsOperations = defineOperations('agreements', {});
