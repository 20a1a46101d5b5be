import { defineOperations } from '../operation.ts';

/** Surveys and the local pulse. */
export const surveysOperations = defineOperations('surveys', {});
