import type { reportingOperations } from '#contract/reporting/index.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of this part with the service that does it. */
export const reportingBindings = {} satisfies Bindings<typeof reportingOperations>;
