import { defineOperations } from '../operation.ts';

export const complianceOperations = defineOperations('compliance', {});
