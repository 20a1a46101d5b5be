/** Reporting cycles: forms, reports, review. */
export const en = {
  'refusal.reporting.cycle-not-found': 'That reporting cycle does not exist or is not visible to you.',
};
