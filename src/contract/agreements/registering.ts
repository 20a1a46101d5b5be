import { defineOperations } from '../operation.ts';

export const registeringOperations = defineOperations('agreements', {});
