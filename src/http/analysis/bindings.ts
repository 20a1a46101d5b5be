import type { analysisOperations } from '#contract/analysis/index.ts';
import { compareTerritories } from '#services/analysis/compare-territories.ts';
import { createFigureNote } from '#services/analysis/create-figure-note.ts';
import { createSavedView } from '#services/analysis/create-saved-view.ts';
import { deleteSavedView } from '#services/analysis/delete-saved-view.ts';
import { drawComparison } from '#services/analysis/draw-comparison.ts';
import { drawFunnel } from '#services/analysis/draw-funnel.ts';
import { drawTrend } from '#services/analysis/draw-trend.ts';
import { exploreFigures } from '#services/analysis/explore-figures.ts';
import { getDashboard } from '#services/analysis/get-dashboard.ts';
import { getSavedView } from '#services/analysis/get-saved-view.ts';
import { getTrend } from '#services/analysis/get-trend.ts';
import { listFigureNotes } from '#services/analysis/list-figure-notes.ts';
import { listSavedViews } from '#services/analysis/list-saved-views.ts';
import { removeFigureNote } from '#services/analysis/remove-figure-note.ts';
import { saveDashboard } from '#services/analysis/save-dashboard.ts';
import { updateSavedView } from '#services/analysis/update-saved-view.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of this part with the service that does it. */
export const analysisBindings = {
  getTrend,
  compareTerritories,
  exploreFigures,
  drawTrend,
  drawComparison,
  drawFunnel,
  listSavedViews,
  getSavedView,
  createSavedView,
  updateSavedView,
  deleteSavedView,
  getDashboard,
  saveDashboard,
  listFigureNotes,
  createFigureNote,
  removeFigureNote,
} satisfies Bindings<typeof analysisOperations>;
