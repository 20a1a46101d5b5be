import { dashboardOperations } from './dashboard.ts';
import { lookingOperations } from './figures.ts';
import { noteOperations } from './notes.ts';
import { pictureOperations } from './pictures.ts';
import { viewOperations } from './views.ts';

/** Looking at figures: explorer, views, dashboards. */
export const analysisOperations = {
  ...lookingOperations,
  ...pictureOperations,
  ...viewOperations,
  ...dashboardOperations,
  ...noteOperations,
};
