/** Surveys and the local pulse. */
export const es = {
  'refusal.surveys.not-found': 'Esa encuesta no existe o no es visible para usted.',
} as const;
