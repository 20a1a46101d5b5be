import type { valuesOperations } from '#contract/values/index.ts';
import { listValues } from '#services/values/list-values.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of this part with the service that does it. */
export const valuesBindings = { listValues } satisfies Bindings<typeof valuesOperations>;
