import { defineOperations } from '../operation.ts';

export const commitmentsOperations = defineOperations('commitments', {});
