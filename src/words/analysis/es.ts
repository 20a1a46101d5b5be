/** Looking at figures: explorer, views, dashboards. */
export const es = {
  'refusal.analysis.view-not-found': 'Esa vista guardada no existe o no es visible para usted.',
};
