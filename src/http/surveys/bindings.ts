import type { surveysOperations } from '#contract/surveys/index.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of this part with the service that does it. */
export const surveysBindings = {} satisfies Bindings<typeof surveysOperations>;
