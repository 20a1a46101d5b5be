/** Documents made of figures. */
export const es = {
  'refusal.reports.not-found': 'Ese informe no existe o no es visible para usted.',
};
