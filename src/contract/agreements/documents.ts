import { defineOperations } from '../operation.ts';

export const documentsOperations = defineOperations('agreements', {});
