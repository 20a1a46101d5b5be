import type { cooperationOperations } from '#contract/cooperation.ts';
import type { operationsOperations } from '#contract/operations.ts';
import type { situationOperations } from '#contract/situation.ts';
import { getCooperation } from '#services/operations/get-cooperation.ts';
import { getHealth } from '#services/operations/get-health.ts';
import { getSituation } from '#services/operations/get-situation.ts';
import { listImportRuns } from '#services/operations/list-import-runs.ts';
import { search } from '#services/operations/search.ts';
import type { Bindings } from '../bind-operations.ts';

export const operationsBindings = {
  getHealth,
  search,
  listImportRuns,
  getSituation,
  getCooperation,
} satisfies Bindings<typeof operationsOperations & typeof situationOperations & typeof cooperationOperations>;
