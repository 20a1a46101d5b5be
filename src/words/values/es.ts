/** Figures: series, values, imports, roll-ups, corrections. */
export const es = {
  'refusal.values.series-not-found': 'Esa fuente de cifras no existe o no es visible para usted.',
};
