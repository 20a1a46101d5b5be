/** How far what was promised is done, and how that is counted. */
export const en = {
  'refusal.compliance.unknown-indicator': 'There is no indicator with that code.',
} as const;
