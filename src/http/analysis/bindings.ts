import type { analysisOperations } from '#contract/analysis/index.ts';
import { compareTerritories } from '#services/analysis/compare-territories.ts';
import { exploreFigures } from '#services/analysis/explore-figures.ts';
import { getTrend } from '#services/analysis/get-trend.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of this part with the service that does it. */
export const analysisBindings = {
  getTrend,
  compareTerritories,
  exploreFigures,
} satisfies Bindings<typeof analysisOperations>;
