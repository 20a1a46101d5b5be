/** What is measured: definitions, targets, dimensions. */
export const en = {
  'refusal.indicators.not-found': 'That indicator does not exist or is not visible to you.',
};
