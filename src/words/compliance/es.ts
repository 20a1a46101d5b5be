/** How far what was promised is done, and how that is counted. */
export const es = {
  'refusal.compliance.unknown-indicator': 'No hay un indicador con ese código.',
} as const;
