import type { valuesOperations } from '#contract/values/index.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of this part with the service that does it. */
export const valuesBindings = {} satisfies Bindings<typeof valuesOperations>;
