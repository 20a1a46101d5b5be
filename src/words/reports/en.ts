/** Documents made of figures. */
export const en = {
  'refusal.reports.not-found': 'That report does not exist or is not visible to you.',
};
