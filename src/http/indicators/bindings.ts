import type { indicatorsOperations } from '#contract/indicators/index.ts';
import { addDimensionCategory } from '#services/indicators/add-dimension-category.ts';
import { correctTarget } from '#services/indicators/correct-target.ts';
import { createIndicator } from '#services/indicators/create-indicator.ts';
import { deleteIndicator } from '#services/indicators/delete-indicator.ts';
import { exportIndicators } from '#services/indicators/export-indicators.ts';
import { getComputedIndicator } from '#services/indicators/get-computed-indicator.ts';
import { getIndicator } from '#services/indicators/get-indicator.ts';
import { importIndicators } from '#services/indicators/import-indicators.ts';
import { listDimensions } from '#services/indicators/list-dimensions.ts';
import { listIndicators } from '#services/indicators/list-indicators.ts';
import { listTargets } from '#services/indicators/list-targets.ts';
import { previewIndicatorsImport } from '#services/indicators/preview-indicators-import.ts';
import { publishIndicator } from '#services/indicators/publish-indicator.ts';
import { redefineIndicator } from '#services/indicators/redefine-indicator.ts';
import { removeTarget } from '#services/indicators/remove-target.ts';
import { restoreIndicator } from '#services/indicators/restore-indicator.ts';
import { retireIndicator } from '#services/indicators/retire-indicator.ts';
import { setTarget } from '#services/indicators/set-target.ts';
import { updateIndicator } from '#services/indicators/update-indicator.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of this part with the service that does it. */
export const indicatorsBindings = {
  listIndicators,
  getIndicator,
  createIndicator,
  updateIndicator,
  redefineIndicator,
  publishIndicator,
  retireIndicator,
  restoreIndicator,
  deleteIndicator,
  getComputedIndicator,
  listDimensions,
  addDimensionCategory,
  listTargets,
  setTarget,
  correctTarget,
  removeTarget,
  exportIndicators,
  previewIndicatorsImport,
  importIndicators,
} satisfies Bindings<typeof indicatorsOperations>;
