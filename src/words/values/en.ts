/** Figures: series, values, imports, roll-ups, corrections. */
export const en = {
  'refusal.values.series-not-found': 'That source of figures does not exist or is not visible to you.',
};
