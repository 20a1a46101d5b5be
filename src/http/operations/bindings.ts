import type { operationsOperations } from '#contract/operations.ts';
import { getHealth } from '#services/operations/get-health.ts';
import { listImportRuns } from '#services/operations/list-import-runs.ts';
import { search } from '#services/operations/search.ts';
import type { Bindings } from '../bind-operations.ts';

export const operationsBindings = { getHealth, search, listImportRuns } satisfies Bindings<
  typeof operationsOperations
>;
