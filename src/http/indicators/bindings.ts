import type { indicatorsOperations } from '#contract/indicators/index.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of this part with the service that does it. */
export const indicatorsBindings = {} satisfies Bindings<typeof indicatorsOperations>;
