import { defineOperations } from '../operation.ts';

/** Reporting cycles: forms, reports, review. */
export const reportingOperations = defineOperations('reporting', {});
