import { correctionOperations } from './corrections.ts';
import { crosswalkOperations } from './crosswalks.ts';
import { figureOperations } from './figures.ts';
import { valueImportOperations } from './imports.ts';
import { valuePlaceOperations } from './places.ts';
import { seriesOperations } from './series.ts';

/** Figures: series, values, roll-ups, corrections. */
export const valuesOperations = {
  ...figureOperations,
  ...seriesOperations,
  ...correctionOperations,
  ...valueImportOperations,
  ...crosswalkOperations,
  ...valuePlaceOperations,
};
