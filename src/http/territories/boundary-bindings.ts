import type { boundariesOperations } from '#contract/boundaries.ts';
import { exportBoundaries } from '#services/territories/export-boundaries.ts';
import { getMap } from '#services/territories/get-map.ts';
import { importBoundaries } from '#services/territories/import-boundaries.ts';
import { listBoundaryLayers } from '#services/territories/list-boundary-layers.ts';
import { restoreBoundaryLayer } from '#services/territories/restore-boundary-layer.ts';
import type { Bindings } from '../bind-operations.ts';

export const boundaryBindings = {
  getMap,
  importBoundaries,
  listBoundaryLayers,
  restoreBoundaryLayer,
  exportBoundaries,
} satisfies Bindings<typeof boundariesOperations>;
