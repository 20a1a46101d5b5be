import type { cooperationOperations } from '#contract/cooperation.ts';
import type { situationBlockOperations } from '#contract/situation-blocks.ts';
import type { operationsOperations } from '#contract/operations.ts';
import type { situationOperations } from '#contract/situation.ts';
import { getCooperation } from '#services/operations/get-cooperation.ts';
import { getCoverage } from '#services/operations/get-coverage.ts';
import { getMatters } from '#services/operations/get-matters.ts';
import { getStrategyStrips } from '#services/operations/get-strategy-strips.ts';
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
  getMatters,
  getCoverage,
  getStrategyStrips,
} satisfies Bindings<
  typeof operationsOperations &
    typeof situationOperations &
    typeof cooperationOperations &
    typeof situationBlockOperations
>;
