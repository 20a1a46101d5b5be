/** Reporting cycles: forms, reports, review. */
export const es = {
  'refusal.reporting.cycle-not-found': 'Ese ciclo de reporte no existe o no es visible para usted.',
};
