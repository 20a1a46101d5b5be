/** Looking at figures: explorer, views, dashboards. */
export const en = {
  'refusal.analysis.view-not-found': 'That saved view does not exist or is not visible to you.',
};
