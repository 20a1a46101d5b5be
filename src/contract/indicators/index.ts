import { defineOperations } from '../operation.ts';

/** What is measured: definitions, targets, dimensions. */
export const indicatorsOperations = defineOperations('indicators', {});
