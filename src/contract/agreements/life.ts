import { defineOperations } from '../operation.ts';

export const agreementLifeOperations = defineOperations('agreements', {});
