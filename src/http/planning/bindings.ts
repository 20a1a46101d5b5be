import type { planningOperations } from '#contract/planning/index.ts';
import { annulInventoryEntry } from '#services/planning/annul-inventory-entry.ts';
import { answerPlanningHelp } from '#services/planning/answer-planning-help.ts';
import { applyInventoryImport } from '#services/planning/apply-inventory-import.ts';
import { askPlanningHelp } from '#services/planning/ask-planning-help.ts';
import { createInventoryEntry } from '#services/planning/create-inventory-entry.ts';
import { decideInventoryLink } from '#services/planning/decide-inventory-link.ts';
import { endInventoryEntry } from '#services/planning/end-inventory-entry.ts';
import { exportInventory } from '#services/planning/export-inventory.ts';
import { exportPlanningProgress } from '#services/planning/export-planning-progress.ts';
import { finishPlanningStep } from '#services/planning/finish-planning-step.ts';
import { getInventoryEntry } from '#services/planning/get-inventory-entry.ts';
import { getInventoryImport } from '#services/planning/get-inventory-import.ts';
import { getPlanningPath } from '#services/planning/get-planning-path.ts';
import { listInventory } from '#services/planning/list-inventory.ts';
import { listPlanningProgress } from '#services/planning/list-planning-progress.ts';
import { openPlanningPath } from '#services/planning/open-planning-path.ts';
import { reopenPlanningStep } from '#services/planning/reopen-planning-step.ts';
import { revokeInventoryImport } from '#services/planning/revoke-inventory-import.ts';
import { savePlanningStep } from '#services/planning/save-planning-step.ts';
import { setInventoryColumns } from '#services/planning/set-inventory-columns.ts';
import { startInventoryImport } from '#services/planning/start-inventory-import.ts';
import { updateInventoryEntry } from '#services/planning/update-inventory-entry.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of the path and of the inventory with the service that does it. */
export const planningBindings = {
  listPlanningProgress,
  exportPlanningProgress,
  openPlanningPath,
  getPlanningPath,
  savePlanningStep,
  finishPlanningStep,
  reopenPlanningStep,
  askPlanningHelp,
  answerPlanningHelp,
  listInventory,
  getInventoryEntry,
  createInventoryEntry,
  updateInventoryEntry,
  decideInventoryLink,
  endInventoryEntry,
  annulInventoryEntry,
  exportInventory,
  startInventoryImport,
  getInventoryImport,
  setInventoryColumns,
  applyInventoryImport,
  revokeInventoryImport,
} satisfies Bindings<typeof planningOperations>;
