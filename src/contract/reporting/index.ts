import { cycleOperations } from './cycles.ts';
import { formOperations } from './forms.ts';
import { linkOperations } from './links.ts';
import { reportOperations } from './reports.ts';

/** Reporting cycles: forms, reports, review. */
export const reportingOperations = {
  ...formOperations,
  ...cycleOperations,
  ...reportOperations,
  ...linkOperations,
};
