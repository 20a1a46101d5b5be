/** Surveys and the local pulse. */
export const en = {
  'refusal.surveys.not-found': 'That survey does not exist or is not visible to you.',
};
