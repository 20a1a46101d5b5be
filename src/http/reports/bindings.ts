import type { reportsOperations } from '#contract/reports/index.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of this part with the service that does it. */
export const reportsBindings = {} satisfies Bindings<typeof reportsOperations>;
