import { defineOperations } from '../operation.ts';

export const ledgerOperations = defineOperations('commitments', {});
