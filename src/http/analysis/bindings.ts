import type { analysisOperations } from '#contract/analysis/index.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of this part with the service that does it. */
export const analysisBindings = {} satisfies Bindings<typeof analysisOperations>;
