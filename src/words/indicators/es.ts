/** What is measured: definitions, targets, dimensions. */
export const es = {
  'refusal.indicators.not-found': 'Ese indicador no existe o no es visible para usted.',
};
